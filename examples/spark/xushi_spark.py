"""Many texts on a cluster of Spark: a folder of files, or Parquet with a column of texts, to Xushi's tables.

    spark-submit xushi_spark.py FOLDER OUT
    spark-submit xushi_spark.py --name id --text body s3://texts/2026.parquet OUT

Each text is analysed once, wherever Spark puts it; each table becomes a folder of Parquet files below OUT. What a worker
needs is the wheel (`pip install xushi`): it carries its dictionary.
"""

from __future__ import annotations

import argparse
from typing import Any, Dict, Iterator

import pyarrow
import xushi
from pyspark import StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

TEXTS_A_BATCH = 64
"""A worker holds as many texts at a time, with all that is found in them. Spark's own 10,000 are meant for rows of numbers."""


def analysed(texts: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """All tables of each batch, packed into a row with a column a table: a text is analysed once and not once a table."""
    options = pyarrow.ipc.IpcWriteOptions(compression="zstd")
    for batch in texts:
        row = {}
        for name, table in xushi.tables(batch).items():
            rows = pyarrow.table(table)
            sink = pyarrow.BufferOutputStream()
            with pyarrow.ipc.new_stream(sink, rows.schema, options=options) as stream:
                stream.write_table(rows)
            row[name] = [sink.getvalue().to_pybytes()]
        yield pyarrow.RecordBatch.from_pydict(row)


def unpacked(packed: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """The rows of a packed table."""
    for batch in packed:
        for rows in batch.column(0):
            with pyarrow.ipc.open_stream(rows.as_buffer()) as stream:
                yield from stream


def tables(texts: DataFrame) -> Dict[str, DataFrame]:
    """Xushi's tables of a frame with the columns `name` and `text`, by their names."""
    columns = ", ".join(f"{name} binary" for name in xushi.TABLES)
    # Each table asks for its column again: they stay on the workers' disks.
    packed = texts.select("name", "text").mapInArrow(analysed, columns).persist(StorageLevel.DISK_ONLY)
    return {
        name: packed.select(name).mapInArrow(unpacked, from_arrow_schema(pyarrow.schema(xushi.schema(name))))
        for name in xushi.TABLES
    }


def read(spark: SparkSession, place: str, name: str, text: str) -> DataFrame:
    """The texts of a folder of files of any kind, or of Parquet, a few in each partition: it is the core that is busy."""
    if place.rstrip("/").endswith(".parquet"):
        texts = spark.read.parquet(place).selectExpr(f"`{name}` AS name", f"`{text}` AS text")
    else:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(place)
        texts = files.selectExpr("path AS name", "content AS text")
    return texts.repartition(4 * spark.sparkContext.defaultParallelism)


def main(arguments: Any = None) -> None:
    parser = argparse.ArgumentParser(description="Xushi's tables of many texts, by Spark")
    parser.add_argument("place", help="a folder of files, or PLACE.parquet")
    parser.add_argument("out", help="the folder that gets a folder for each table")
    parser.add_argument("--name", default="name", help="the column of Parquet that has the texts' names")
    parser.add_argument("--text", default="text", help="the column of Parquet that has the texts")
    parser.add_argument("--master", help="such as local[2]; spark-submit knows it otherwise")
    asked = parser.parse_args(arguments)
    builder = SparkSession.builder.appName("xushi")
    if asked.master:
        builder = builder.master(asked.master)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", TEXTS_A_BATCH)
    spark = builder.getOrCreate()
    for name, table in tables(read(spark, asked.place, asked.name, asked.text)).items():
        table.write.mode("overwrite").parquet(f"{asked.out}/{name}")
    spark.stop()


if __name__ == "__main__":
    main()
