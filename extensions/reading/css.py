"""Style sheets reduced to the rules that pages can use.

A rule stays when each class and id that its selector requires is written somewhere: in a page, or
as a word in a script (a class that a script adds is a word there). Tags, attributes and what
stands inside ``:not()`` or ``:is()`` never decide, so that a rule is kept rather than lost.
"""

import re
from collections.abc import Iterator

# Scripts put these together from pieces.
COMPOSED = re.compile(r"(bs-tooltip|tooltip|dropdown|collaps|fade$|show)")
# Names end at anything but these; `\:` is an escaped sign inside a name.
_NAME = re.compile(r"[.#]((?:\\.|[\w-])+)")
_TOKEN = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)"']*\)|\\.|[{};]|[^{};"'/\\u]+|.""",
    re.DOTALL,
)


def reduced(sheet: str, used: set[str]) -> str:
    """Return a sheet without comments, fonts, and rules for names that are not in ``used``."""
    return "".join(_rules(sheet, used))


def names(selector: str) -> set[str]:
    """Return the classes and ids that must be there for a selector to match."""
    bare = re.sub(r"\[[^\]]*\]", "", selector)
    while (less := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = less
    return {re.sub(r"\\(.)", r"\1", name) for name in _NAME.findall(bare)}


def _rules(sheet: str, used: set[str]) -> Iterator[str]:
    for head, body in _blocks(sheet):
        at = re.match(r"@([\w-]+)", head)
        if body is None:
            if not head.startswith(("@charset", "/*#")):
                yield head + ";"
        elif at and at[1] in ("media", "supports", "layer", "container"):
            inside = "".join(_rules(body, used))
            if inside:
                yield f"{head}{{{inside}}}"
        elif at and at[1] == "font-face":
            continue  # assets.py writes the only one
        elif at:
            yield f"{head}{{{body}}}"
        else:
            kept = [
                part
                for part in _selectors(head)
                if all(name in used or COMPOSED.match(name) for name in names(part))
            ]
            if kept:
                yield f"{','.join(kept)}{{{body}}}"


def _blocks(sheet: str) -> Iterator[tuple[str, str | None]]:
    """Cut a sheet into (what stands before the brace, what stands between the braces or None)."""
    head, body, depth = [], [], 0
    for token in _TOKEN.findall(sheet):
        if token.startswith("/*"):
            continue
        if token == "{":
            depth += 1
            if depth == 1:
                continue
        elif token == "}":
            depth -= 1
            if depth == 0:
                yield "".join(head).strip(), "".join(body).strip()
                head, body = [], []
                continue
        elif token == ";" and depth == 0:
            yield "".join(head).strip(), None
            head = []
            continue
        (body if depth else head).append(token)
    if depth or "".join(head).strip():
        raise ValueError(f"a style sheet ends inside a rule: {''.join(head).strip()[:80]!r}")


def _selectors(head: str) -> list[str]:
    """Cut a list of selectors at its commas, not at those inside parentheses or brackets."""
    parts, depth = [""], 0
    for letter in head:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]
