"""Terms in the chapters lead to the glossary: on each page the first of each, in its sentences.

The glossary's page is the only list of terms: what stands there as a term is one, in English and
Chinese, and so are the other forms of it that the paragraph of class ``also`` names (plurals, other
spellings), which readers need not see.
"""

import re
from collections.abc import Iterator
from functools import cache
from os.path import relpath
from typing import NamedTuple

from reading.markup import HAN
from reading.page import Page
from reading.tree import Element, Text, first, made, select, texts, words

# Not sentences, or sentences that lead elsewhere. Numbers that code has put into a sentence are
# `pasted-text`; what a cell prints is its own affair; a page's question is set like a heading, and
# what is set bold serves as one.
_SKIPPED = (
    "a, code, pre, script, style, h1, h2, h3, h4, table, figure, figcaption, dl, details, summary, "
    "button, strong, .admonition-title, .question, .cell_output, .pasted-text"
)


class Term(NamedTuple):
    """An entry of the glossary."""

    anchor: str
    forms: tuple[str, ...]
    says: str  # the first sentence of its definition


class Glossary(NamedTuple):
    """The glossary's page and its entries."""

    page: str
    terms: tuple[Term, ...]


def read(page: Page) -> Glossary | None:
    """Return the entries of the glossary in their order, or None when a page is not the glossary.

    Raises ``ValueError`` when two entries share a form.
    """
    found: list[Term] = []
    heads: list[Element] = []
    for element in select(page.root, "dl.glossary > dt, dl.glossary > dd"):
        if element.tag == "dt":
            heads.append(element)
            continue
        forms = ["".join(text.string for text in texts(head, head)) for head in heads]
        for also in select(element, ".also"):
            forms += also.text_content().split(";")
        says = re.match(r".+?[.](?=\s|$)", words(first(element, "p")))[0]
        found.append(Term(heads[0].get("id"), tuple(map(_plain, forms)), says))
        heads = []
    everything = [form for term in found for form in term.forms]
    if twice := {form for form in everything if everything.count(form) > 1}:
        raise ValueError(f"two entries of the glossary share: {', '.join(sorted(twice))}")
    return Glossary(page.name, tuple(found)) if found else None


def link(page: Page, glossary: Glossary | None) -> None:
    """Link the first occurrence of each term on a page to its entry in the glossary.

    A form matches as it is written or with a capital first letter; where two match, the longer.
    The glossary itself is tidied instead; without one nothing is done.
    """
    if glossary is None:
        return
    if page.name == glossary.page:
        _tidy(page.root)
        return
    pattern = _pattern(glossary.terms)
    by_form = {form: term for term in glossary.terms for form in term.forms}
    left = set(glossary.terms)
    address = relpath(glossary.page, page.name + "/..").replace("\\", "/")

    def linked(match: str) -> Element | None:
        term = _named(match, by_form)
        if term not in left:
            return None
        left.remove(term)
        href = f"{address}#{term.anchor}"
        return made("a", {"class": "term", "href": href, "title": term.says}, match)

    for text in list(_sentences(page.root)):
        text.wrap(pattern, linked)


def _tidy(root: Element) -> None:
    """Leave of each entry what a reader needs: its names, one address, its definition."""
    for also in select(root, "dl.glossary .also"):
        also.drop_tree()
    for further in select(root, "dl.glossary > dt + dt"):
        del further.attrib["id"]
        first(further, ".headerlink").drop_tree()
    for head in select(root, "dl.glossary > dt[id]"):
        last = head
        while last.getnext().tag == "dt":
            last = last.getnext()
        last.append(first(head, ".headerlink"))


def _sentences(root: Element) -> Iterator[Text]:
    """Give the texts of an article's paragraphs and lists, in the order in which one reads."""
    article = first(root, "article.bd-article")
    if article is None:
        return
    for text in texts(article, select(article, _SKIPPED)):
        around = text.parent
        while around is not article and around.tag not in ("p", "li"):
            around = around.getparent()
        if around is not article:
            yield text


@cache
def _pattern(terms: tuple[Term, ...]) -> re.Pattern:
    """Return what finds forms as whole words, and Chinese as a whole run; the longest first."""
    forms = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
    chinese = [re.escape(form) for form in forms if re.search(HAN, form)]
    words = [_as_words(form) for form in forms if not re.search(HAN, form)]
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])|(?<!{HAN})(?:{'|'.join(chinese)})(?!{HAN})"
    )


def _as_words(form: str) -> str:
    """Return a form with any space and apostrophe, and with either case of its first letter."""
    first = f"[{form[0]}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])
    return first + re.escape(form[1:]).replace("'", "['’]").replace(r"\ ", r"\s+")


def _named(match: str, by_form: dict[str, Term]) -> Term:
    form = _plain(match)
    return by_form.get(form) or by_form[form[0].lower() + form[1:]]


def _plain(form: str) -> str:
    """Return a form with single spaces and the apostrophe of a keyboard."""
    return re.sub(r"\s+", " ", form).strip().replace("’", "'")
