"""What Python, and with `--spark` a local cluster of Spark, answers of texts: JSON of {who: {file: the analysis, or null where it is refused}}.

python3 tests/wasm/answers.py [--spark] TEXT…
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Iterator, Optional

import pyarrow
import xushi


def answer(name: str, content: bytes) -> Optional[str]:
    try:
        return xushi.analyze_json(content, name=name)
    except xushi.XushiError:
        return None


def answered(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        rows = batch.to_pylist()
        answers = [answer(Path(row["path"]).name, row["content"]) for row in rows]
        yield pyarrow.RecordBatch.from_pydict({"path": [row["path"] for row in rows], "json": pyarrow.array(answers, "string")})


def by_spark(files: list[str]) -> dict[str, Optional[str]]:
    from pyspark.sql import SparkSession

    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    spark = SparkSession.builder.master("local[2]").appName("xushi").getOrCreate()
    texts = spark.createDataFrame([(file, Path(file).read_bytes()) for file in files], "path string, content binary")
    rows = texts.mapInArrow(answered, "path string, json string").collect()
    spark.stop()
    return {row.path: row.json for row in rows}


if __name__ == "__main__":
    with_spark = sys.argv[1] == "--spark"
    files = sys.argv[2:] if with_spark else sys.argv[1:]
    told = {"Python": {file: answer(Path(file).name, Path(file).read_bytes()) for file in files}}
    if with_spark:
        told["Spark"] = by_spark(files)
    json.dump(told, sys.stdout)
