"""Where things stand on the published site: one address each, for the site's own pages and for all that point at it.

An address is a page of the site, below its root and without the ending of its files, with an anchor behind ``#``.
"""

from __future__ import annotations

START = "index"
MATRIX = "matrix"
BILLING = "billing"
LEDGER = "ledger"
KINDS = "kinds/index"
FACTS = "facts/index"
DATA = "data/index"
REGIONS = "regions/index"


def region(pack: str) -> str:
    return f"regions/{pack}"


def clause_in_region(pack: str, clause: str) -> str:
    """The place of a clause in its region's whole text."""
    return f"{region(pack)}#{clause}"


def clause(pack: str, name: str) -> str:
    """The page of a clause, with all of its rules."""
    return f"rules/{pack}/{name}"


def rule(pack: str, name: str) -> str:
    """The place of the rule ``clause/demand``; an id without a clause stands for a page by itself."""
    page, _, demand = name.partition("/")
    return f"{clause(pack, page)}#{demand}" if demand else clause(pack, page)


def section(demand: str, name: str) -> str:
    """The anchor, on its clause's page, of one section of a rule's explanation."""
    return f"{demand}-{name}"


def topic(name: str) -> str:
    return f"{MATRIX}#{name}"


def kind(name: str) -> str:
    return f"kinds/{name}"


def fact(name: str) -> str:
    return f"facts/{name}"


def document(kind_of_document: str) -> str:
    return f"data/{kind_of_document}"


def published(site: str, address: str) -> str:
    """The whole address of something on the site that is published at ``site``."""
    page, hash_, anchor = address.partition("#")
    return f"{site.rstrip('/')}/{page}.html{hash_}{anchor}"
