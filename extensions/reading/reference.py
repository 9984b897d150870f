"""The package's reference: signatures as text, a third of the markup that Sphinx gives them."""

import re

from reading.tree import Element, select

_PIECES = (
    "span.pre, span.n, span.p, span.w, span.o, span.k, span.default_value, span.sig-paren, "
    "span.sig-return, span.sig-return-icon, span.sig-return-typehint, span.descclassname"
)


def shorten(root: Element) -> None:
    """Take out what marks each sign of a signature and each word of a code span."""
    for definition in select(root, "dl.py"):
        for piece in select(definition, _PIECES):
            piece.drop_tag()
        for part in select(definition, "code[class], em.sig-param"):
            del part.attrib["class"]
        for part in select(definition, "em.property"):
            part.tag = "span"
        for link in select(definition, "dt a.reference"):
            address = link.get("href")
            link.attrib.clear()
            link.set("href", address)
        for link in select(definition, "dt a.headerlink"):
            link.attrib.pop("title", None)
            link.set("aria-label", "Link to this")
        for head in select(definition, "dt.sig"):
            head.set("class", "sig")


def unlist(page: str) -> str:
    """Make lines of a long signature's parameters, in a page's text.

    Sphinx makes them a list of definitions in the head of another, which has no terms and which
    not every parser leaves where it is.
    """

    def lines(head: re.Match) -> str:
        text = head[0]
        for tag, line in (("<dl>", "<span>"), ("<dd>", '<span class="line">')):
            end = tag.replace("<", "</")
            text = text.replace(tag, line).replace(end, "</span>")
        return text

    return re.sub(r'<dt class="sig\b.*?</dt>', lines, page, flags=re.DOTALL)
