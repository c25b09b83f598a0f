"""Makes institution files of 200 lines: hospitals that differ in size, some of which fall short. All invented."""

from __future__ import annotations

from pathlib import Path

_STAFF = 27
_RANKS = ("chief", "associate_chief", "attending", "resident")


def write_files(folder: Path, count: int) -> None:
    """``count`` files in ``folder``, each of about 200 lines and with its own figures."""
    folder.mkdir(parents=True)
    for number in range(count):
        text = "\n".join(lines(number)) + "\n"
        (folder / f"hospital-{number:05}.yaml").write_text(text, encoding="utf-8")


def lines(number: int) -> list[str]:
    return [*identity(number), *rehabilitation(number), *staff(number), *services(number)]


def identity(number: int) -> list[str]:
    return [
        "wicheck: institution/v1",
        f"id: hospital-{number:05}",
        f"name: 示例康复医院第{number}分院",
        'division_code: "640100"',
        "type: rehabilitation_hospital",
        f"level: level_{1 + number % 3}",
        "ownership: public",
        "profit_nature: non_profit",
        "opened_on: 2009-05-01",
        "service_kinds: [medical, rehabilitation]",
        "practice_licence:",
        f"  number: PDY{number:06}",
        "  issued_on: 2021-03-15",
        "  valid_until: 2036-03-14",
        "  status: valid",
        "basic_insurance:",
        "  agreement_in_force: true",
        "  starts_on: 2025-01-01",
        "  ends_on: 2027-12-31",
    ]


def rehabilitation(number: int) -> list[str]:
    beds = 40 + number % 30
    return [
        "rehabilitation:",
        "  ward:",
        "    dedicated: true",
        f"    beds_count: {beds}",
        f"    net_area_m2: {beds * 6 + number % 7 - 3}",
        f"  business_area_excluding_wards_m2: {700 + number % 300}.5",
        "  rooms:",
        "    assessment: {independent: true, area_m2: 60}",
        "    therapy: {independent: true, area_m2: 210}",
        "    orthotics: {independent: true, area_m2: 35}",
        "  rules_established: true",
        "  unit_established: true",
        "  full_time_staff_count: 3",
        "  equipment:",
        *(line for each in range(6) for line in (f"  - name: 康复设备{each}", "    quantity_count: 2")),
    ]


def staff(number: int) -> list[str]:
    roster = [
        (
            f"  - name: 示例{number % 97}之{person}",
            "    role: rehab_doctor" if person < 11 else "    role: rehab_therapist",
            f"    rank: {_RANKS[(number + person) % 4]}",
            "    trained: true",
            "    full_time: true",
        )
        for person in range(_STAFF)
    ]
    return ["staff:", "  nurses_count: 40", "  roster:", *(line for person in roster for line in person)]


def services(number: int) -> list[str]:
    flags = {
        "management": ["rules_established", "internal_rules_established", "internal_audit_established"],
        "displays": [
            "procedures_displayed",
            "registration_window_marked",
            "settlement_window_marked",
            "guidance_given",
        ],
        "information": ["interface_open", "card_reader", "network_line", "network_equipment", "data_transfer_equipped"],
        "settlement": ["direct", "immediate_equipped", "online"],
    }
    return [line for part, names in flags.items() for line in (f"{part}:", *(f"  {name}: true" for name in names))]


if __name__ == "__main__":
    print(len(lines(0)))
