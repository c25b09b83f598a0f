"""Tables of the metastore that Spark's own configuration (SPARK_CONF_DIR) names, written as Parquet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wicheck.engines.spark.places import to_write
from wicheck.errors import InputError
from wicheck.model import Text

_MOST_FILES = 64
"""Of thousands, each would be looked at by every query."""


def columns(spark: Any, table: str) -> list[str]:
    """The names of the columns of ``table``. Raises InputError where there is no such table."""
    with _reaching(table):
        return list(spark.table(_quoted(table)).columns)


def export(spark: Any, table: str, names: Sequence[str], folder: Path) -> list[Path]:
    """Write the columns ``names`` of ``table`` to the new ``folder``; the files, also of a table without rows."""
    with _reaching(table):
        found = spark.table(_quoted(table)).select(*map(_quoted_part, names))
        found.coalesce(_MOST_FILES).write.parquet(to_write(folder))
    if files := sorted(folder.glob("*.parquet")):
        return files
    raise InputError(
        Text(f"Spark 没有把表“{table}”写到本机", f'Spark did not write the table "{table}" to this machine'),
        hint=Text(
            "让 Spark 的各个节点和 wicheck 能写同一个文件夹（环境变量 TMPDIR），再运行一次",
            "let Spark's workers and wicheck write to one folder (TMPDIR), and run again",
        ),
    )


def _quoted(table: str) -> str:
    return ".".join(map(_quoted_part, table.split(".")))


def _quoted_part(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


@contextmanager
def _reaching(table: str) -> Iterator[None]:
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JJavaError) as error:
        words = str(error).strip().splitlines()[0]
        raise InputError(
            Text(f"Spark 读不到表“{table}”：{words}", f'Spark cannot read the table "{table}": {words}'),
            hint=Text(
                "检查库名和表名；元数据库由 Spark 自己的配置指定，环境变量 SPARK_CONF_DIR 要指向放配置的文件夹",
                "check its name; the metastore is that of Spark's own configuration, in the folder SPARK_CONF_DIR",
            ),
        ) from error
