"""Health: who is in hospital, whom a rate is of, and what a goal for beds asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount
from analysis.data import Figure
from analysis.findings.each import for_each, for_every, number

Of = Callable[..., Figure]
FIRST, SECOND = "covid_vaccination.first_dose", "covid_vaccination.second_dose"
# Places that print both doses; where they count shots and not people, the indicator says so.
DOSED = {
    "sandun_township": "",
    "shangba_township": "",
    "hantangjiebei": "",
    "jiefanglu": "",
    "guanbeigou": ".person_times",
    "feitianlu": ".person_times",
    "fukanglu": ".person_times",
}


@dataclass(frozen=True)
class Insured:
    """People whose insurance pays for care: ``members``, their ``stays`` and what was ``paid``."""

    members: Amount
    stays: Amount
    paid: Amount

    @property
    def often(self) -> Amount:
        """Stays in hospital for every hundred members."""
        return for_every(100, self.stays, self.members)

    @property
    def a_stay(self) -> Amount:
        """What was paid for a stay, in money."""
        return for_each(self.paid, self.stays)


@dataclass(frozen=True)
class Rate:
    """A rate as ``printed``, the people whom it is ``of``, and those printed ``elsewhere``."""

    printed: Figure
    of: Amount
    elsewhere: Figure


def insured(of: Of, end: str) -> dict[str, Insured]:
    """Return the schemes of medical insurance and the people of low income.

    ``of`` looks a figure up, ``end`` is the last day of the year. Keys ``residents, employees,
    low_income``; for people of low income three funds pay.
    """
    paid = [
        of(f"low_income_inpatient.{fund}")
        for fund in ("basic_insurance", "serious_illness_insurance", "medical_assistance")
    ]
    residents, employees = "resident_medical_insurance", "district_medical_insurance"
    return {
        "residents": Insured(
            of("medical_insurance.insured.residents", end),
            of(f"{residents}.inpatient_cases"),
            of(f"{residents}.payments.inpatient"),
        ),
        "employees": Insured(
            of(f"{employees}.insured.employees", end),
            of(f"{employees}.employee_inpatient.cases"),
            of(f"{employees}.employee_inpatient.payments"),
        ),
        "low_income": Insured(
            of("low_income_population", end),
            of("low_income_inpatient.cases"),
            paid[0] + paid[1] + paid[2],
        ),
    }


def rates(of: Of, end: str, places: Iterable[str]) -> dict[str, Rate]:
    """Return the rates of the health bureau, and of first doses by place.

    ``of`` looks a figure up, ``end`` is the last day of the year. Keys ``records, checks,
    subsidies, mental`` and the places.
    """
    people, old = of("resident_population", end), of("resident_population.age_60_plus", end)
    covered, checked = of("health_records.coverage", end), of("elderly_health_checks.rate")
    a_head, found = (
        of("public_health_service.subsidy_per_head"),
        of("severe_mental_illness.detection_rate"),
    )
    paid = of("public_health_service.subsidies") / a_head * data.amount(1, "人")
    told = {
        "records": Rate(covered, people_of(of("health_records", end), covered), people),
        "checks": Rate(checked, people_of(of("elderly_health_checks"), checked), old),
        "subsidies": Rate(a_head, paid, people),
        "mental": Rate(found, people_of(of("severe_mental_illness.managed", end), found), people),
    }
    for place in places:
        rate = of(FIRST, entity=place, measure="completion")
        told[place] = Rate(
            rate, people_of(of(FIRST, entity=place), rate), of("population", end, entity=place)
        )
    return told


def second_doses(of: Of) -> dict[str, Amount]:
    """Return second doses in percent of first ones, by place that prints both, most first."""
    told = {
        place: (of(SECOND + kind, entity=place) / of(FIRST + kind, entity=place)).to("%")
        for place, kind in DOSED.items()
    }
    return dict(sorted(told.items(), key=lambda one: -one[1].value))


def people_of(count: Amount, rate: Amount) -> Amount:
    """Return how many people a printed rate is of: ``count / rate``, in the unit of the count."""
    return count / rate.to("")


def beds_missing(goal: Amount, people: Amount, beds: Amount) -> Amount:
    """Return how many beds a goal asks for beyond those that there are.

    ``goal`` is in beds for every 10,000 people: ``goal * people / 10,000 - beds``. Below zero the
    goal is passed.
    """
    return goal * (number(people) / 10_000) - beds
