"""The few things that stop work, each with a place and the next step."""

from __future__ import annotations

import errno

from wicheck.model.place import Location
from wicheck.model.text import Text


class WicheckError(Exception):
    """Something a person must mend.

    ``message`` says what is wrong, ``hint`` what to do next (both in both languages),
    ``location`` where, or None where no file is at fault.
    """

    def __init__(self, message: Text, location: Location | None = None, hint: Text | None = None) -> None:
        super().__init__(message, location, hint)
        self.message = message
        self.location = location
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        hint = f"({self.hint.en})" if self.hint else ""
        return f"{where}{self.message.en} {hint}".rstrip()


class InputError(WicheckError):
    """A document cannot be read or is invalid: exit code 3."""


class PackError(WicheckError):
    """A policy pack is faulty: exit code 2."""


class PluginError(WicheckError):
    """A plugin that this run needs does not load or breaks its contract: exit code 2."""


class UsageError(WicheckError):
    """The call itself is not possible (unknown pack, missing file): exit code 2."""


def why(broken: OSError) -> Text:
    """Why the system refused a file; what is seldom met is told in the system's own words."""
    said = broken.strerror or str(broken)
    zh = {
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘是只读的",
        errno.ENOENT: "找不到",
        errno.EISDIR: "这是文件夹，不是文件",
        errno.ENOTDIR: "路径中有一段不是文件夹",
        errno.ENOSPC: "磁盘已满",
        errno.EEXIST: "已有同名的文件",
        errno.ENAMETOOLONG: "文件名太长",
    }
    return Text(zh.get(broken.errno or 0, said), said)
