"""What stops work is told in the reader's words, the system's own reasons included."""

from __future__ import annotations

import errno
import os

from wicheck.errors import why


def test_common_refusals_of_the_system_are_told_in_both_languages() -> None:
    refused = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    assert why(refused) == ("没有权限", "Permission denied")


def test_a_rare_refusal_is_told_in_the_systems_words() -> None:
    rare = OSError(errno.EDEADLK, "a rare reason")
    assert why(rare) == ("a rare reason", "a rare reason")
    assert why(OSError("no number")) == ("no number", "no number")
