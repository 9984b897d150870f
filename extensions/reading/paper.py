"""What a page on paper says in the place of what it leaves out (`print.css` leaves it out)."""

from bs4 import BeautifulSoup


def say_what_is_left_out(soup: BeautifulSoup, name: str) -> None:
    """Put a sentence for paper after each folded table; `name` is the page's address.

    Whoever unfolds the table before printing gets the table instead.
    """
    for folded in soup.select("details.figures-used"):
        held = folded.summary.get_text().strip().removeprefix("Show ")
        line = soup.new_tag("p", attrs={"class": "paper-only"})
        line.string = (
            f"Not on paper: {held}. A table at this place of {name} has them, and a CSV file."
        )
        folded.insert_after(line)
