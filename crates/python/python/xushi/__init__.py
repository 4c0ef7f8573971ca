"""Xushi 虚实: what a Chinese official text commits to, and what it only says.

    >>> import xushi
    >>> analysis = xushi.analyze("2026年，全市新建水库3座。", name="plan.txt")
    >>> [claim.text for claim in analysis.documents[0].claims]
    ['3座']

A text is a `str`; the bytes or the path of a file may be of any kind that the command line reads. Positions count UTF-16
code units, as the contract has them for all languages: `words(text, span)` gives what stands there.
"""

from __future__ import annotations

import json
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

from . import _xushi
from ._made import made
from ._xushi import Table, XushiError
from .contract import Analysis, ComparisonKind, Document, Finding, Ledger, Span, TextComparison

__all__ = [
    "TABLES",
    "Found",
    "Place",
    "Table",
    "XushiError",
    "analyze",
    "analyze_json",
    "check",
    "compare",
    "ledger",
    "schema",
    "tables",
    "words",
]

Data = Union[str, bytes, bytearray, "os.PathLike[str]"]
"""A text, the bytes of a file, or its path."""

TABLES = ("documents", "claims", "tasks", "findings", "sentences", "scores")
"""The tables that there are."""


@dataclass(frozen=True)
class Place:
    """Where something stands in a file. Of a text, line and column, from 1 and in characters, the end exclusive; of an
    office file what is known of where it begins, as the file counts."""

    line: Optional[int] = None
    column: Optional[int] = None
    end_line: Optional[int] = None
    end_column: Optional[int] = None
    page: Optional[int] = None
    paragraph: Optional[int] = None
    sheet: Optional[str] = None
    cell: Optional[str] = None
    table: Optional[int] = None
    row: Optional[int] = None
    character: Optional[int] = None


@dataclass(frozen=True)
class Found:
    """A finding of the checks, with the document that it is of, and its place in the file."""

    finding: Finding
    document: Document
    place: Place

    @property
    def words(self) -> str:
        """What stands at its place."""
        return words(self.document.text, self.finding.span)


def analyze(data: Data, name: Optional[str] = None) -> Analysis:
    """Everything that is known of a text or a file.

    `name` is the file's name: what ends in .txt or .md is read as text, tags and all. Raises `XushiError` where there is
    no text that can be read; warns of what an office file's reader wants known.
    """
    return made(Analysis, json.loads(analyze_json(data, name)))


def analyze_json(data: Data, name: Optional[str] = None) -> str:
    """As `analyze`, as JSON: byte for byte what `xushi analyze --format json` prints."""
    return _told(_xushi.analyze(*_named(data, name)))


def check(
    data: Data, name: Optional[str] = None, *, rules: Iterable[str] = (), ignore: Iterable[str] = ()
) -> List[Found]:
    """Where a text contradicts itself, the calendar or its form, by place; only by these `rules`, where some are named.

    What a comment in the text has ignored (`<!-- xushi-ignore -->`) is left out, as by `xushi check`.
    """
    wanted, unwanted = set(rules), set(ignore)
    told = json.loads(_told(_xushi.check(*_named(data, name))))
    documents = made(Analysis, told["analysis"]).documents
    found = (
        Found(documents[one["document"]].findings[one["finding"]], documents[one["document"]], Place(**one["place"]))
        for one in told["found"]
    )
    return [
        one
        for one in found
        if one.finding.rule not in unwanted and (not wanted or one.finding.rule in wanted)
    ]


def ledger(data: Data, name: Optional[str] = None) -> List[Ledger]:
    """The task ledger of each document of a text or a file: who is to do what by when."""
    told = _told(_xushi.ledger(*_named(data, name)))
    return [made(Ledger, one) for one in json.loads(told)]


def compare(
    one: Data,
    other: Data,
    names: Tuple[Optional[str], Optional[str]] = (None, None),
    *,
    kind: Optional[ComparisonKind] = None,
    as_given: bool = False,
) -> TextComparison:
    """Two texts beside each other: promise and result, upper and lower level, or two wordings.

    What they are compared for, and which is first, is found unless `kind` and `as_given` say it. Of a file with several
    documents the longest is compared.
    """
    pair = [_named(data, name) for data, name in zip((one, other), names)]
    told = _told(_xushi.compare(pair[0], pair[1], kind, as_given))
    return made(TextComparison, json.loads(told))


def tables(
    batches: Any, *, only: Iterable[str] = TABLES, name: str = "name", text: str = "text"
) -> Dict[str, Table]:
    """Many texts as tables, by the tables' names: Arrow record batches for pandas, polars, pyarrow, DuckDB, Spark.

    `batches` is whatever knows Arrow's capsules (a `pyarrow.RecordBatch`, a data frame of pandas or polars, a DuckDB
    relation), with the names in the column `name` and the texts or the bytes of files in the column `text`; or an
    iterable of such, or of pairs of a name and a text. A text that cannot be read is a row of `documents` that says why.
    The schemas are the same whatever the texts say; `only` chooses tables. Other threads run meanwhile.
    """
    asked = list(only)
    filled = _xushi.tables(batches, asked, name, text)
    return {table.name: table for table in filled}


def schema(table: str) -> Table:
    """The table of this name without rows: `pyarrow.schema(xushi.schema("claims"))`."""
    return _xushi.schema(table)


def words(text: str, span: Span) -> str:
    """What stands at a place: positions count UTF-16 code units, Python's count characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * span.start : 2 * span.end].decode("utf-16-le", "surrogatepass")


def _named(data: Data, name: Optional[str]) -> Tuple[Union[str, bytes, bytearray], str]:
    """The text or the bytes, and a name for them; `-` is what the command line calls standard input."""
    if isinstance(data, os.PathLike):
        path = Path(data)
        return path.read_bytes(), name or path.name
    return data, name or "-"


def _told(result: Tuple[str, List[str]]) -> str:
    told, notes = result
    for note in notes:
        warnings.warn(note, stacklevel=3)
    return told
