"""What the invented hospital charges for: codes and prices are invented, names are ordinary words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

SINCE = "2025-01-01"


class Good(NamedTuple):
    """Something with a price. ``cents`` is the usual price; the ceiling lies a little above it."""

    code: str
    name: str
    kind: str
    category: str
    cents: int
    unit: str
    covered: bool = True

    @property
    def ceiling_cents(self) -> int:
        return self.cents + self.cents // 10

    @property
    def entry(self) -> Mapping[str, Any]:
        """Its line in the catalogue."""
        return {
            "code": self.code,
            "name": self.name,
            "valid_from": SINCE,
            "valid_until": False,
            "ceiling_amount": yuan(self.ceiling_cents),
            "kind": self.kind,
            "unit": self.unit,
            "charge_class": "a" if self.covered else "c",
            "fund_payable": self.covered,
            "therapeutic": True,
            "includes_consumables": False,
            **({"daily_dose_maximum": 3, "days_maximum": 30} if self.kind == "drug" else {}),
        }


def yuan(cents: int) -> str:
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{cents // 100}.{cents % 100:02d}"


BED = Good("CW0001", "普通病房床位", "inpatient_standard", "bed", 4000, "床日")
NURSING = Good("HL0001", "二级护理", "item", "nursing", 2600, "日")
WARD_ROUND = Good("ZC0001", "住院诊察", "item", "consultation", 2000, "日")
VISIT = Good("ZC0002", "门诊诊察", "item", "consultation", 1500, "次")
DAILY = (
    Good("ZL0001", "静脉输液", "item", "treatment", 1200, "次"),
    Good("ZL0002", "伤口换药", "item", "treatment", 2500, "次"),
    Good("ZL0003", "石膏护理", "item", "treatment", 3200, "次"),
)
DRUGS = (
    Good("YP0001", "某消炎片", "drug", "western_drug", 185, "盒"),
    Good("YP0002", "某止痛胶囊", "drug", "western_drug", 2240, "盒"),
    Good("YP0003", "某接骨丸", "drug", "chinese_patent_drug", 3675, "瓶"),
    Good("YP0004", "某注射液", "drug", "western_drug", 1290, "支"),
    Good("YP0005", "某活血颗粒", "drug", "chinese_patent_drug", 2815, "袋"),
)
LABORATORY = (
    Good("HY0001", "血细胞分析", "item", "laboratory", 2000, "次"),
    Good("HY0002", "肝功能检查", "item", "laboratory", 4500, "次"),
)
IMAGING = (
    Good("JC0001", "四肢摄片", "item", "examination", 6800, "次"),
    Good("JC0002", "腰椎平扫", "item", "examination", 21000, "次"),
)
OPERATION = Good("SS0001", "骨折切开复位内固定", "item", "operation", 186000, "次")
MATERIAL = Good("HC0001", "接骨板", "consumable", "material", 235000, "块")
REHABILITATION = (
    Good("KF0001", "运动疗法", "rehabilitation_item", "rehabilitation", 4500, "次"),
    Good("KF0002", "作业疗法", "rehabilitation_item", "rehabilitation", 5200, "次"),
    Good("KF0003", "平衡训练", "rehabilitation_item", "rehabilitation", 3800, "次"),
)
DEVICE = Good("FJ0001", "踝足矫形器", "assistive_device", "assistive_device", 128000, "件")
OUTSIDE = Good("ZF0001", "单人病房加收", "item", "other", 12000, "日", covered=False)
"""What the fund does not pay: charged to the worker, with consent."""
GOODS = (
    BED, NURSING, WARD_ROUND, VISIT, *DAILY, *DRUGS, *LABORATORY, *IMAGING, OPERATION, MATERIAL, *REHABILITATION,
    DEVICE, OUTSIDE,
)  # fmt: skip
DIAGNOSES = (
    ("S82.2", "胫骨干骨折", "下肢骨折"),
    ("S52.5", "桡骨下端骨折", "上肢骨折"),
    ("S32.0", "腰椎骨折", "脊柱骨折"),
    ("S68.1", "单指外伤性切断", "手外伤"),
    ("T23.2", "手二度烧伤", "烧伤"),
)
