"""Which of the figures that places print may be ranked, which only roughly, which not, and why.

Decided indicator by indicator from the wording of the entries: what is counted, of whom, from when.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.page import words

YES, ROUGHLY, NO = "yes", "roughly", "no"
_MU = 1 / words.MU_PER_HECTARE


@dataclass(frozen=True, slots=True)
class Comparable:
    """An indicator that several places print.

    ``header`` names it with its unit; ``factor`` turns the dictionary's unit into that one, and
    ``digits`` is how many decimals a table gives. ``ranked`` is ``YES``, ``ROUGHLY`` or ``NO``,
    ``reason`` what stands in the way. An ``amount`` could be shared out among places, so that a
    Gini coefficient has a meaning; a rate or a distance could not.
    """

    indicator: str
    header: str
    ranked: str = YES
    reason: str = ""
    factor: float = 1
    digits: int = 0
    amount: bool = True

    @property
    def name(self) -> str:
        """The header without its unit."""
        return self.header.split(",")[0]

    def written(self, value: float) -> str:
        """Return a value in the dictionary's unit as a table under the header gives it."""
        return words.number(value * self.factor, digits=self.digits)


_TASK = "a count of office work; what is counted differs"

TOWNSHIPS = (
    Comparable("distance_to_city", "Distance to city, km", amount=False),
    Comparable("administrative_villages", "Villages"),
    Comparable("village_groups", "Village groups"),
    Comparable("population", "People", NO, "registered, resident or farm people: mostly not said"),
    Comparable("households", "Households", NO, "as for people"),
    Comparable(
        "farmland.area",
        "Farmland, hectares",
        ROUGHLY,
        "surveyed, contracted or statutory land: mostly not said",
        _MU,
    ),
    Comparable("land_area", "Land, square km"),
    Comparable(
        "rural_income",
        "Rural income, yuan a head",
        ROUGHLY,
        "one is net income, the older measure; some are expected",
        amount=False,
    ),
    Comparable("fixed_investment", "Fixed investment, million yuan", factor=100),
    Comparable(
        "investment_promotion.funds",
        "Attracted investment, million yuan",
        ROUGHLY,
        "agreed or arrived: mostly not said",
        100,
    ),
    Comparable(
        "higher_level_funds_won",
        "Funds won from above, million yuan",
        ROUGHLY,
        "won or received; from which level differs",
        0.01,
        1,
    ),
    Comparable("village_group_roads.built", "Roads built, km", NO, "classes of road differ", 1, 1),
    Comparable(
        "livestock.raised",
        "Livestock raised, thousand head",
        NO,
        "a hen counts as a cow does",
        10,
    ),
    Comparable("maize_seed.area", "Seed maize, hectares", factor=1e4 * _MU),
    Comparable("vegetables.area", "Vegetables, hectares", factor=1e4 * _MU),
    Comparable(
        "welfare_payments", "Welfare paid, million yuan", NO, "lists of payments differ", 0.01, 2
    ),
    Comparable(
        "medical_insurance.enrolment_rate",
        "Medical insurance, %",
        NO,
        "floors, and one rate for two schemes",
        1,
        1,
        amount=False,
    ),
    Comparable(
        "disputes.settlement_rate",
        "Disputes settled, %",
        NO,
        "what counts as a dispute differs",
        1,
        1,
        amount=False,
    ),
)

COMMUNITIES = (
    Comparable(
        "population", "People", NO, "living there, registered, studying, working: mostly not said"
    ),
    Comparable("households", "Households", ROUGHLY, "all homes, or those moved into"),
    Comparable(
        "land_area", "Land, square km", ROUGHLY, "one is length times breadth", 1, 2, amount=False
    ),
    Comparable(
        "residential_compounds", "Compounds", NO, "small courtyards are counted by some only"
    ),
    Comparable("residential_buildings", "Blocks of flats"),
    Comparable("units_located", "Offices and firms", NO, "firms are counted by some only"),
    Comparable("shops", "Shops", ROUGHLY, "some are round; one counts the self-employed"),
    Comparable("community_grids.level_2", "Grids"),
    Comparable("community_grids.patches", "Patches of grids"),
    Comparable("grid_heads", "Grid heads", ROUGHLY, "all, full-time ones, or those of one level"),
    Comparable("party_branches", "Party branches"),
    Comparable("party_members.direct", "Party members of its own"),
    Comparable("party_members.working", "Party members from employers"),
    Comparable("new_jobs", "Jobs found", ROUGHLY, "openings, not the people who took them"),
    Comparable(
        "urban_employment.new", "Newly employed", ROUGHLY, "whether urban only is not always said"
    ),
    Comparable(
        "urban_subsistence_allowance.paid",
        "Subsistence allowance, million yuan",
        ROUGHLY,
        "two may include other aid",
        0.01,
        2,
    ),
    Comparable(
        "temporary_assistance.paid",
        "Temporary relief, million yuan",
        ROUGHLY,
        "two include other relief",
        0.01,
        2,
    ),
    Comparable(
        "disability_allowance.paid",
        "Disability allowance, million yuan",
        ROUGHLY,
        "one includes fuel for vehicles",
        0.01,
        2,
    ),
    Comparable(
        "welfare_payments", "Welfare paid, million yuan", NO, "lists of payments differ", 0.01, 2
    ),
    Comparable(
        "resident_medical_insurance.contributors",
        "Paid medical insurance, people",
        ROUGHLY,
        "those who paid, or those insured",
    ),
    Comparable("birth_service_certificates", "Birth certificates", NO, "of first children, or all"),
    Comparable("covid_testing.person_times", "Covid tests", NO, "four rounds, five, or not said"),
    Comparable("disputes.found", "Disputes found", NO, "what counts as a dispute differs"),
    Comparable("disputes.resolved", "Disputes settled", NO, "what counts as a dispute differs"),
    Comparable(
        "disputes.settlement_rate",
        "Disputes settled, %",
        NO,
        "crowds under one hundred",
        1,
        1,
        amount=False,
    ),
    Comparable("old_communities.households", "Homes renovated", NO, "done, in progress, or due"),
    Comparable("environment_cleanups", "Clean-ups", NO, _TASK),
    Comparable("waste_cleared", "Waste cleared, tonnes", NO, _TASK),
)
