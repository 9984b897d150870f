"""The package's reference: its modules listed, and signatures as text, a third of their markup."""

import re
from pathlib import Path

from sphinx.application import Sphinx

from reading.tree import Element, select

_PIECES = (
    "span.pre, span.n, span.p, span.w, span.o, span.k, span.default_value, span.sig-paren, "
    "span.sig-return, span.sig-return-icon, span.sig-return-typehint, span.descclassname"
)


# A line of a page that stands for the modules of a room: `% modules: findings`.
_ROOM = re.compile(r"^% modules: ([\w.]+)$", re.MULTILINE)
_MODULE = """### {name}

```{{eval-rst}}
.. automodule:: analysis.{name}
   :exclude-members: set
```
"""


def list_modules(app: Sphinx, _page: str, source: list[str]) -> None:
    """Put the modules of a room in the place of the line that names it, in their order."""

    def listed(line: re.Match) -> str:
        return "\n".join(_MODULE.format(name=name) for name in modules(line[1]))

    source[0] = _ROOM.sub(listed, source[0])


def modules(room: str) -> list[str]:
    """Return the modules of a room of the package, itself where it is a module.

    Raises ``ValueError`` for a room that there is not.
    """
    import analysis

    top = Path(analysis.__file__).parent / room
    if top.with_suffix(".py").is_file():
        return [room]
    found = sorted(f"{room}.{path.stem}" for path in top.glob("*.py") if path.stem != "__init__")
    if not found:
        raise ValueError(f"the package has no room {room!r}")
    return found


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
