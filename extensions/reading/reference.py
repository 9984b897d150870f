"""The package's reference: signatures as text, a third of the markup that Sphinx gives them."""

from bs4 import BeautifulSoup, Tag

_PIECES = (
    "span.pre, span.n, span.p, span.w, span.o, span.k, span.default_value, span.sig-paren, "
    "span.sig-return, span.sig-return-icon, span.sig-return-typehint, span.descclassname"
)


def shorten(soup: BeautifulSoup) -> None:
    """Take out what marks each sign of a signature and each word of a code span."""
    for definition in soup.select("dl.py"):
        for piece in definition.select(_PIECES):
            piece.unwrap()
        for code in definition.select("code[class]"):
            del code["class"]
        for part in definition.select("em.sig-param"):
            del part["class"]
        for part in definition.select("em.property"):
            part.name = "span"
        for link in definition.select("dt a.reference"):
            link.attrs = {"href": link["href"]}
        for link in definition.select("dt a.headerlink"):
            del link["title"]
            link["aria-label"] = "Link to this"
        for head in definition.find_all("dt", class_="sig", recursive=False):
            head["class"] = "sig"
            _unlist(head)
        definition.smooth()


def _unlist(head: Tag) -> None:
    """Make lines of a long signature's parameters: a list of definitions without terms is none."""
    for parameters in head.select("dl"):
        parameters.name = "span"
        for one in parameters.select("dd"):
            one.name, one["class"] = "span", "line"
