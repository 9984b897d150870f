"""What a page on paper says in the place of what it leaves out (`print.css` leaves it out)."""

from reading.page import Page
from reading.tree import first, made, select


def say_what_is_left_out(page: Page) -> None:
    """Put a sentence for paper after each folded table.

    Whoever unfolds the table before printing gets the table instead.
    """
    for folded in select(page.root, "details.figures-used"):
        held = first(folded, "summary").text_content().strip().removeprefix("Show ")
        said = (
            f"Not on paper: {held}. A table at this place of {page.name} has them, and a CSV file."
        )
        folded.addnext(made("p", {"class": "paper-only"}, said))
