"""Writing one batch of an order: its tables as they are made, then the documents that name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from wicheck.claims.tables import ENTRIES, Table
from wicheck.synth.goods import GOODS
from wicheck.synth.hospital import visits
from wicheck.synth.lines import LineWriter
from wicheck.synth.placing import CODE, Group, Planting
from wicheck.synth.records import (
    HEAD,
    SCREENS,
    Place,
    claim_row,
    consent_rows,
    order_rows,
    stay_row,
    worker_row,
)
from wicheck.synth.writing import Tables, write_document

_KINDS = ("medical", "rehabilitation", "assistive_device")


class Job(NamedTuple):
    """One batch: its name, what is planted, the mark of its own institution, and how many lines it has.

    ``lines`` 0: nothing of the hospital's month, only what is planted.
    """

    name: str
    group: Group
    plantings: Sequence[Planting]
    shared: str | None
    lines: int


class Order(NamedTuple):
    """What all batches share: where they go, the hospital, the tables there are, chance."""

    folder: Path
    place: Place
    known: Mapping[str, Table]
    random: Random

    def write(self, job: Job) -> Counter[str]:
        """The batch of ``job``; its rows by table."""
        folder = self.folder / job.name
        folder.mkdir(exist_ok=True)
        with ExitStack() as stack:
            files = Tables(folder, self.known, stack)
            for planting in job.plantings:
                for table, rows in planting.tables.items():
                    files.add(table, rows)
            if job.lines:
                self._month(files, job.lines - files.counts.get("lines", 0))
            catalogues = self._catalogues(job, files)
        self._institution(job, folder)
        self._claims(job, files, catalogues)
        return Counter(files.counts)

    def _month(self, files: Tables, lines: int) -> None:
        writer, out = LineWriter(files.columns("lines")), files.file("lines")
        files.add("screens", SCREENS)
        written = 0
        for visit in visits(self.random):
            if written >= lines:
                break
            made = writer.write(visit)
            out.write(made.text)
            written += len(visit.charges)
            files.add("claims", [claim_row(visit, self.place, made.covered, made.outside)])
            files.add("workers", [worker_row(visit, self.place)])
            files.add("orders", order_rows(visit))
            files.add("consents", consent_rows(visit))
            files.add("signed_institutions", [_signed(visit.person.worker_number, self.place)])
            if visit.bed:
                files.add("stays", [stay_row(visit, self.place)])
        files.count("lines", written)

    def _catalogues(self, job: Job, files: Tables) -> list[str]:
        """Catalogue documents, one for each header; their ids."""
        rows: dict[str, tuple[Mapping[str, Any], list[Mapping[str, Any]]]] = {}
        if job.lines:
            rows[""] = self._own_catalogue(), [good.entry for good in GOODS]
        for each in job.plantings:
            if each.template.catalogue is not None:
                rows.setdefault(repr(each.listed_in), (each.listed_in, []))[1].extend(each.entries)
        for number, (header, entries) in enumerate(rows.values(), 1):
            files.add(ENTRIES, entries, f"{ENTRIES}-{number}")
            data = {"id": f"{job.name}-catalogue-{number}", **header, "tables": [f"{ENTRIES}-{number}.csv"]}
            write_document(files.folder / f"catalogue-{number}.yaml", "catalogue", data)
        return [f"{job.name}-catalogue-{number}" for number in range(1, len(rows) + 1)]

    def _own_catalogue(self) -> Mapping[str, Any]:
        division = f"{self.place.division[:2]}0000"
        return {"issued_by": "province", "division_code": division, "updated_on": "2025-12-01"}

    def _institution(self, job: Job, folder: Path) -> None:
        """The institution, its agreement, and others that the planted rows name."""
        place, group, institution = self.place, job.group, f"{job.name}-institution"
        data, terms = dict(group.institution), dict(group.agreement)
        if job.shared:
            data[CODE] += job.shared
        if job.lines:
            data = {"name": place.name, CODE: place.code, "division_code": place.division, "level": "level_2",
                    "service_kinds": _KINDS} | data  # fmt: skip
            terms = {"service_kinds": _KINDS, "starts_on": "2026-01-01", "ends_on": "2026-12-31"} | terms
        write_document(folder / "institution.yaml", "institution", {"id": institution, **data})
        if terms:
            terms |= {"id": f"{job.name}-agreement", "institution": institution}
            write_document(folder / "agreement.yaml", "agreement", terms)
        if listed := [row for each in job.plantings for row in each.registry]:
            write_document(folder / "registry.yaml", "registry", {"id": f"{job.name}-registry", ENTRIES: listed})

    def _claims(self, job: Job, files: Tables, catalogues: list[str]) -> None:
        head: dict[str, Any] = {"id": job.name}
        if job.lines:
            head |= {**HEAD, "fund_division_code": self.place.division}
        head |= {**job.group.head, "institution": f"{job.name}-institution", "catalogues": catalogues}
        head["tables"] = {name: [f"{name}.csv"] for name in files.given if not name.startswith(ENTRIES)}
        write_document(files.folder / "claims.yaml", "claims", head)


def _signed(worker: str, place: Place) -> Mapping[str, Any]:
    return {"worker_number": worker, CODE: place.code, "starts_on": "2025-01-01", "ends_on": False}
