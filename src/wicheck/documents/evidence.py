"""Whether the file that an attestation leans on is there and unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from wicheck.errors import InputError
from wicheck.model import Attestation, Text

_OF_NOTHING = hashlib.sha256().hexdigest()


def evidence_error(attestation: Attestation, folder: Path) -> InputError | None:
    """What is wrong with the evidence, whose path counts from ``folder``; None where its digest is as attested."""
    try:
        with (folder / attestation.evidence_file).open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):  # ValueError: a path that no system can have
        return _missing(attestation)
    if digest == _OF_NOTHING:
        return _empty(attestation)
    return None if digest == attestation.evidence_sha256 else _changed(attestation, digest)


def _missing(attestation: Attestation) -> InputError:
    name = attestation.evidence_file
    return InputError(
        Text(f"打不开证明文件“{name}”", f'the evidence "{name}" cannot be opened'),
        attestation.location,
        Text("请检查路径（从认定文件所在的文件夹算起）", "check its path, which counts from the attestation's folder"),
    )


def _empty(attestation: Attestation) -> InputError:
    name = attestation.evidence_file
    return InputError(
        Text(f"证明文件“{name}”是空的，什么也证明不了", f'the evidence "{name}" is empty and proves nothing'),
        attestation.location,
        Text(
            "请换成有内容的文件，并由认定人改写校验值",
            "put the real file there, and have its attestor state its digest",
        ),
    )


def _changed(attestation: Attestation, digest: str) -> InputError:
    name = attestation.evidence_file
    return InputError(
        Text(f"证明文件“{name}”与认定时不是同一份", f'the evidence "{name}" is not the file that was attested'),
        attestation.location,
        Text(
            f"请找回原来的文件；若就是这一份，请认定人核对后把校验值改为 {digest}",
            f"bring back the file as it was; if this is the one, its attestor must check it and state {digest}",
        ),
    )
