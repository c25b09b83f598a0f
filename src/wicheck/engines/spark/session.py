"""A Spark session: quiet, within its memory, and alike DuckDB in what SQL leaves open.

On this machine it listens to nobody else, and what it has to say goes to a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

from wicheck.engines.duckdb.limits import processors
from wicheck.engines.interface import MIB, Limits
from wicheck.errors import UsageError
from wicheck.model import Text

_LOOPBACK = "127.0.0.1"
_LEAST_MIB = 1024
"""Below that Spark does not start, or starts and can do nothing."""
_PARTS_A_THREAD = 4
_MEANING = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    "spark.sql.runSQLOnFiles": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
}
"""Faults are faults, decimals keep their scale, times have no zone, and no text names a file as if it were a table."""
_CONFIGURATION = "SPARK_CONF_DIR"
"""Where whoever runs Spark says which metastore there is."""
_FEW_ROWS = 100_000
"""Below that it takes longer to compile a query than to interpret it."""
_INTERPRETED = {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN"}


def session(limits: Limits, workspace: Path) -> Any:
    """A session on ``limits.master``, with files in ``workspace``. Raises UsageError where it cannot be had."""
    _require()
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("wicheck")
    for name, value in _settings(limits, workspace).items():
        builder = builder.config(name, value)
    try:
        with _quiet(workspace / "spark.log"):
            return builder.getOrCreate()
    except (PySparkException, OSError) as error:
        raise _not_there(limits.master, str(error).strip().splitlines()[0]) from error


def suit(spark: Any, rows_count: int) -> None:
    """Have queries over ``rows_count`` rows answered in the way that is faster."""
    for name, value in _INTERPRETED.items():
        if rows_count < _FEW_ROWS:
            spark.conf.set(name, value)
        else:
            spark.conf.unset(name)


def _settings(limits: Limits, workspace: Path) -> Mapping[str, str]:
    threads = limits.threads or processors()
    master = limits.master or f"local[{threads}]"
    memory = max(limits.memory_bytes // MIB, _LEAST_MIB)
    common = {
        **_MEANING,
        "spark.master": master,
        "spark.driver.memory": f"{memory}m",
        "spark.log.level": "WARN",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    if _CONFIGURATION not in os.environ:
        common["spark.sql.catalogImplementation"] = "in-memory"
        common["spark.sql.warehouse.dir"] = str(workspace / "warehouse")
    if not master.startswith("local"):
        return common
    os.environ.setdefault("SPARK_LOCAL_IP", _LOOPBACK)
    return {
        **common,
        "spark.driver.bindAddress": _LOOPBACK,
        "spark.driver.host": _LOOPBACK,
        "spark.local.dir": str(workspace),
        "spark.sql.shuffle.partitions": str(threads * _PARTS_A_THREAD),
    }


def _require() -> None:
    lacking = [name for name in ("pyspark", "sqlglot") if find_spec(name) is None]
    if lacking:
        names = "、".join(lacking)
        raise UsageError(
            Text(f"用 Spark 查询需要 {names}，还没有安装", f"Spark needs {', '.join(lacking)}, not installed here"),
            hint=Text('运行 pip install "wicheck[spark]"', 'run pip install "wicheck[spark]"'),
        )
    if which("java") is None and "JAVA_HOME" not in os.environ:
        raise UsageError(
            Text("用 Spark 查询需要 Java 17 或更新的运行环境", "Spark needs a Java runtime, 17 or later"),
            hint=Text(
                "安装 Java，如 Debian 的 default-jre-headless", "install one, such as Debian's default-jre-headless"
            ),
        )


def _not_there(master: str | None, words: str) -> UsageError:
    return UsageError(
        Text(f"Spark 没有启动：{words}", f"Spark did not start: {words}"),
        hint=Text("检查 --spark-master 的地址和 Java", "look at the address after --spark-master, and at Java")
        if master
        else Text("检查 Java 的版本（17 或更新）和内存", "look at Java (17 or later) and at memory"),
    )


@contextmanager
def _quiet(log: Path) -> Iterator[None]:
    """What a process that is started meanwhile prints goes to ``log``, for all its life."""
    kept = [os.dup(stream) for stream in (1, 2)]
    try:
        with log.open("ab") as words:
            for stream in (1, 2):
                os.dup2(words.fileno(), stream)
        yield
    finally:
        for stream, copy in zip((1, 2), kept, strict=True):
            os.dup2(copy, stream)
            os.close(copy)
