"""The example on a cluster of two workers of this machine: the same rows as without it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import List

import pyarrow
import pyarrow.parquet
import pytest

import xushi
import xushi_spark

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(autouse=True)
def cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers run this Python, and everything stays on this machine."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))


def rows(table: pyarrow.Table) -> List[str]:
    """Rows in an order of their own: a cluster has none."""
    return sorted(str(row) for row in table.to_pylist())


def compared(out: Path, texts: list) -> None:
    """What stands in `out` is what Xushi says of the texts."""
    for name, table in xushi.tables(texts).items():
        written = pyarrow.parquet.read_table(out / name)
        assert written.schema.names == table.columns
        assert len(written) and rows(written) == rows(pyarrow.table(table)), name


def test_a_folder_of_files(tmp_path):
    folder, out = tmp_path / "texts", tmp_path / "out"
    folder.mkdir()
    for seed in SEEDS:
        (folder / seed.name).write_bytes(seed.read_bytes())
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    xushi_spark.main(["--master", "local-cluster[2,1,1024]", str(folder), str(out)])
    files = sorted(folder.iterdir())
    compared(out, [(file.as_uri().replace("file:///", "file:/"), file.read_bytes()) for file in files])


def test_a_column_of_parquet(tmp_path):
    place, out = tmp_path / "texts.parquet", tmp_path / "out"
    texts = {"id": [seed.stem for seed in SEEDS], "body": [seed.read_text(encoding="utf-8") for seed in SEEDS]}
    pyarrow.parquet.write_table(pyarrow.table(texts), place)
    xushi_spark.main(["--master", "local[2]", "--name", "id", "--text", "body", str(place), str(out)])
    compared(out, list(zip(texts["id"], texts["body"])))
