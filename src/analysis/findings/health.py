"""Health: who is in hospital, and what a goal for beds asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.amount import Amount
from analysis.data import Figure
from analysis.findings.each import for_every, number

Of = Callable[..., Figure]


@dataclass(frozen=True)
class Insured:
    """People whose insurance pays for care: ``members`` and their ``stays`` in hospital."""

    members: Amount
    stays: Amount

    @property
    def often(self) -> Amount:
        """Stays in hospital for every hundred members."""
        return for_every(100, self.stays, self.members)


def insured(of: Of, end: str) -> dict[str, Insured]:
    """Return the schemes of medical insurance and the people of low income.

    ``of`` looks a figure up, ``end`` is the last day of the year. Keys ``residents, employees,
    low_income``.
    """
    employees = "district_medical_insurance"
    return {
        "residents": Insured(
            of("medical_insurance.insured.residents", end),
            of("resident_medical_insurance.inpatient_cases"),
        ),
        "employees": Insured(
            of(f"{employees}.insured.employees", end),
            of(f"{employees}.employee_inpatient.cases"),
        ),
        "low_income": Insured(
            of("low_income_population", end),
            of("low_income_inpatient.cases"),
        ),
    }


def beds_missing(goal: Amount, people: Amount, beds: Amount) -> Amount:
    """Return how many beds a goal asks for beyond those that there are.

    ``goal`` is in beds for every 10,000 people: ``goal * people / 10,000 - beds``. Below zero the
    goal is passed.
    """
    return goal * (number(people) / 10_000) - beds
