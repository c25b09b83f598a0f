import os
import pytest
from tests.engines.spark.comparing import differences, judged
from tests.engines.spark.conftest import LIMITS
from tests.engines.spark.weaving import questions, woven
from wicheck.engines.duckdb.host import DuckdbEngine
NAMES=set(os.environ["QNAMES"].split(","))
def test_some(spark):
    batches = woven([q for q in questions() if q.asked.query.name in NAMES])
    with DuckdbEngine(LIMITS) as database:
        wanted = [judged(database, each) for each in batches]
    differing = [t for b, f in zip(batches, wanted, strict=True) for t in differences(spark, b, f)]
    assert differing == []
    print(sum(len(o) for _, o in wanted))
