"""The words of the trade as enums: one fixed vocabulary for schema, code, reports and URLs."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule says of a record. See the design's table; missing data is never ``PASS``."""

    PASS = "pass"
    FAIL = "fail"
    SUSPECT = "suspect"
    REVIEW = "review"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    ERROR = "error"


class Disposition(StrEnum):
    """What people have said beside a verdict, without changing what is counted."""

    NONE = "none"
    WAIVED = "waived"
    ATTESTED = "attested"


class Stage(StrEnum):
    """When a demand matters: to be admitted, on the way there, or while serving."""

    ADMISSION = "admission"
    PROCEDURE = "procedure"
    PERFORMANCE = "performance"


class Binds(StrEnum):
    """Whom a demand binds. Only what binds the institution weighs on its headline."""

    INSTITUTION = "institution"
    AGENCY = "agency"
    WORKER = "worker"


class ServiceKind(StrEnum):
    MEDICAL = "medical"
    REHABILITATION = "rehabilitation"
    ASSISTIVE_DEVICE = "assistive_device"


class ClauseKind(StrEnum):
    """How a clause is accounted for: decided, attested, owed by others, told, or lost."""

    RULE = "rule"
    ATTEST = "attest"
    DUTY = "duty"
    INFO = "info"
    GAP = "gap"


class PackStatus(StrEnum):
    DRAFT = "draft"
    TRIAL = "trial"
    IN_FORCE = "in_force"


class EffectiveBasis(StrEnum):
    """Why we believe a pack's first day: the text states it, it was issued then, or nobody says."""

    STATED = "stated"
    ISSUE_DATE = "issue_date"
    UNKNOWN = "unknown"


class ReadingSource(StrEnum):
    """Who reads a vague figure so: the text itself, an agency in its settings, or we."""

    TEXT = "text"
    AGENCY = "agency"
    ASSUMED = "assumed"


class Attestor(StrEnum):
    """In what capacity somebody attests. An institution's own word never settles an agency's matter."""

    INSTITUTION = "institution"
    AGENCY = "agency"
    BUREAU = "bureau"
    COMMITTEE = "committee"
    EXPERTS = "experts"
    HEALTH_AUTHORITY = "health_authority"


class DocumentKind(StrEnum):
    """The kinds of document: the word before ``/v1`` in a file's first key."""

    INSTITUTION = "institution"
    APPLICATION = "application"
    AGREEMENT = "agreement"
    REGISTRY = "registry"
    EPISODE = "episode"
    CLAIMS = "claims"
    CATALOGUE = "catalogue"
    CALENDAR = "calendar"
    MAPPING = "mapping"
    ATTESTATIONS = "attestations"
    WAIVERS = "waivers"
    SETTINGS = "settings"


class Language(StrEnum):
    ZH = "zh"
    EN = "en"
