"""What an offence of claims is known by from one report to the next."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b


class Fingerprints:
    """Names the offences of one batch, each when it comes.

    A name is made from rule, institution, claim and line: it stays when the money changes. In which batch a claim
    stands does not matter, unless there is no claim. Rows alike in all this and in their verdict are numbered.
    """

    def __init__(self, dossier: str, batch: str) -> None:
        self._dossier = dossier
        self._batch = batch
        self._alike: Counter[tuple[str, str | None, str | None, str]] = Counter()

    def of(self, rule: str, claim: str | None, line: str | None, verdict: str) -> str:
        row = (rule, claim, line, verdict)
        number = self._alike[row]
        self._alike[row] += 1
        place = claim if claim is not None else f"\0{self._batch}"
        named = (rule, self._dossier, place, line or "", str(number) if number else "")
        return blake2b("\0".join(named).encode(), digest_size=12).hexdigest()
