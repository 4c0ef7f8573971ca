"""Tables: the same rows as the objects, whoever hands over the texts and whoever takes the tables."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import List

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import xushi


@pytest.fixture
def texts(seeds: List[Path]) -> pyarrow.Table:
    return pyarrow.table(
        {"name": [seed.name for seed in seeds], "text": [seed.read_text(encoding="utf-8") for seed in seeds]}
    )


def rows(table: xushi.Table) -> List[dict]:
    return pyarrow.table(table).to_pylist()


def test_rows_are_those_of_the_objects(seeds, texts):
    tables = xushi.tables(texts)
    assert tuple(tables) == xushi.TABLES
    documents = [
        (seed.name, number, document)
        for seed in seeds
        for number, document in enumerate(xushi.analyze(seed).documents)
    ]
    told = [(row["source"], row["document"], row["title"]) for row in rows(tables["documents"])]
    assert told == [(name, number, document.title) for name, number, document in documents]
    claims = [(row["source"], row["value"], row["unit"], row["section"]) for row in rows(tables["claims"])]
    assert claims == [
        (name, claim.value, claim.unit, claim.section)
        for name, _, document in documents
        for claim in document.claims
    ]
    places = {"tasks": "tasks", "findings": "findings", "sentences": "sentences"}
    for table, things in places.items():
        told = [(row["start"], row["end"], row["text"]) for row in rows(tables[table])]
        assert told == [
            (thing.span.start, thing.span.end, xushi.words(document.text, thing.span))
            for _, _, document in documents
            for thing in getattr(document, things)
        ]
    whole = [row for row in rows(tables["scores"]) if row["start"] is None and row["part"] is None]
    assert [row["value"] for row in whole if row["score"] == "specificity"] == [
        document.scores.document.specificity.value for _, _, document in documents
    ]


def test_schemas_are_fixed(texts):
    filled, empty = xushi.tables(texts), xushi.tables([])
    for name in xushi.TABLES:
        wanted = pyarrow.schema(xushi.schema(name))
        assert pyarrow.table(filled[name]).schema == wanted
        assert pyarrow.table(empty[name]).schema == wanted and not len(empty[name])
        assert filled[name].columns == wanted.names


def test_texts_come_from_anyone(texts, seeds):
    wanted = rows(xushi.tables(texts, only=["claims"])["claims"])
    both = [(seed.name, seed) for seed in seeds]
    given = {
        "a batch": texts.combine_chunks().to_batches()[0],
        "batches": texts.to_batches(max_chunksize=2),
        "a stream": pyarrow.RecordBatchReader.from_batches(texts.schema, texts.to_batches(max_chunksize=3)),
        "pandas": texts.to_pandas(),
        "polars": polars.DataFrame(texts),
        "DuckDB": duckdb.sql("SELECT name, text FROM texts"),
        "large words": texts.cast(pyarrow.schema({"name": pyarrow.large_string(), "text": pyarrow.large_binary()})),
        "pairs of words": [(name, file.read_text(encoding="utf-8")) for name, file in both],
        "pairs of bytes": ((name, file.read_bytes()) for name, file in both),
    }
    for who, batches in given.items():
        assert rows(xushi.tables(batches, only=["claims"])["claims"]) == wanted, who


def test_everyone_takes_the_tables(texts):
    claims = xushi.tables(texts)["claims"]
    count = len(claims)
    assert count == pyarrow.table(claims).num_rows == len(polars.DataFrame(claims))
    assert count == len(pyarrow.table(claims).to_pandas())
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert count == len(pandas.DataFrame.from_arrow(claims))
    assert duckdb.sql("SELECT count(*) FROM claims").fetchall() == [(count,)]


def test_the_command_lines_parquet_has_the_same_rows(seeds, command_line, tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    command_line("analyze", "--format", "parquet", "-o", f"{tmp_path}/out/", *seeds, broken)
    tables = xushi.tables([(str(file), file.read_bytes()) for file in (*seeds, broken)])
    for name, table in tables.items():
        written = pyarrow.parquet.read_table(tmp_path / "out" / f"{name}.parquet")
        assert written.schema == pyarrow.schema(xushi.schema(name))
        assert len(written) and written.to_pylist() == rows(table), name


def test_one_bad_text_stops_none_of_the_others():
    table = pyarrow.table({"path": ["a", "b", "c"], "content": [b"\x89PNG\r\n\x1a\n\0\0", None, "新建水库3座。".encode()]})
    tables = xushi.tables(table, name="path", text="content")
    documents = rows(tables["documents"])
    assert [row["source"] for row in documents] == ["a", "b", "c"]
    assert [row["error"] is None for row in documents] == [False, False, True]
    assert [row["source"] for row in rows(tables["claims"])] == ["c"]


def test_what_makes_no_sense_is_said(texts):
    with pytest.raises(xushi.XushiError, match="name, text"):
        xushi.tables(texts, text="body")
    with pytest.raises(xushi.XushiError, match="Int64"):
        xushi.tables(pyarrow.table({"name": [1], "text": ["a"]}))
    with pytest.raises(xushi.XushiError, match="documents"):
        xushi.tables(texts, only=["nothing"])
    with pytest.raises(TypeError):
        xushi.tables(3)


def test_an_error_of_a_stream_is_passed_on(texts):
    def batches():
        yield from texts.to_batches(max_chunksize=2)
        raise RuntimeError("the disk went away")

    stream = pyarrow.RecordBatchReader.from_batches(texts.schema, batches())
    with pytest.raises(xushi.XushiError, match="the disk went away"):
        xushi.tables(stream)


def test_other_threads_run_meanwhile(texts):
    before = sys.getswitchinterval()
    go, ran = threading.Event(), threading.Event()
    other = threading.Thread(target=lambda: (go.wait(), ran.set()))
    other.start()
    # From here on a thread has the interpreter until it gives it up.
    sys.setswitchinterval(1000)
    try:
        go.set()
        xushi.tables(texts)
        assert ran.is_set()
    finally:
        sys.setswitchinterval(before)
        other.join()


def test_ctrl_c_ends_a_long_run(texts):
    # A process that was begun in the background ignores the signal.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    go = threading.Event()
    other = threading.Thread(target=lambda: (go.wait(), os.kill(os.getpid(), signal.SIGINT)))
    other.start()
    with pytest.raises(KeyboardInterrupt):
        go.set()
        xushi.tables(texts.to_batches() * 10_000, only=[])
    other.join()
