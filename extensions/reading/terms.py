"""Terms in the chapters lead to the glossary: on each page the first of each, in its sentences.

The glossary's page is the only list of terms: what stands there as a term is one, in English and
Chinese, and so are the other forms of it that the paragraph of class ``also`` names (plurals, other
spellings), which readers need not see.
"""

import re
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup, NavigableString, Tag

from reading.markup import HAN

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


def link(pages: dict[Path, BeautifulSoup]) -> None:
    """Link the first occurrence of each term on each page to its entry in the glossary.

    Pages: by path, the glossary among them; without it nothing is done. A form matches as it is
    written or with a capital first letter; where two match, the longer. Raises ``ValueError`` when
    two entries share a form.
    """
    home = next((path for path, soup in pages.items() if soup.select_one("dl.glossary")), None)
    if home is None:
        return
    terms = read(pages[home])
    _tidy(pages[home])
    for path, soup in pages.items():
        if path != home:
            _link_page(soup, terms, relpath(home, path.parent).replace("\\", "/"))


def read(soup: BeautifulSoup) -> list[Term]:
    """Return the entries of the glossary on a page, in their order."""
    found: list[Term] = []
    heads: list[Tag] = []
    for element in soup.select("dl.glossary > dt, dl.glossary > dd"):
        if element.name == "dt":
            heads.append(element)
            continue
        forms = ["".join(head.find_all(string=True, recursive=False)) for head in heads]
        for also in element.select(".also"):
            forms += also.get_text().split(";")
        text = re.sub(r"\s+", " ", element.p.get_text()).strip()
        says = re.match(r".+?[.](?=\s|$)", text)[0]
        found.append(Term(heads[0]["id"], tuple(map(_plain, forms)), says))
        heads = []
    everything = [form for term in found for form in term.forms]
    if twice := {form for form in everything if everything.count(form) > 1}:
        raise ValueError(f"two entries of the glossary share: {', '.join(sorted(twice))}")
    return found


def _tidy(soup: BeautifulSoup) -> None:
    """Leave of each entry what a reader needs: its names, one address, its definition."""
    for also in soup.select("dl.glossary .also"):
        also.decompose()
    for further in soup.select("dl.glossary > dt + dt"):
        del further["id"]
        further.select_one(".headerlink").decompose()
    for head in soup.select("dl.glossary > dt[id]"):
        last = head
        while (after := last.find_next_sibling()).name == "dt":
            last = after
        last.append(head.select_one(".headerlink").extract())


def _link_page(soup: BeautifulSoup, terms: list[Term], glossary: str) -> None:
    pattern, by_form = _pattern(terms), {form: term for term in terms for form in term.forms}
    left = set(terms)
    for text in list(_sentences(soup)):
        pieces: list[NavigableString | Tag] = []
        end = 0
        for match in pattern.finditer(text):
            term = _named(match[0], by_form)
            if term not in left:
                continue
            left.remove(term)
            found = soup.new_tag("a", href=f"{glossary}#{term.anchor}", title=term.says)
            found["class"] = "term"
            found.string = match[0]
            pieces += [NavigableString(text[end : match.start()]), found]
            end = match.end()
        if pieces:
            text.replace_with(*pieces, NavigableString(text[end:]))


def _sentences(soup: BeautifulSoup) -> Iterator[NavigableString]:
    """Give the texts of an article's paragraphs and lists, in the order in which one reads."""
    article = soup.select_one("article.bd-article")
    if article is None:
        return
    skipped = {id(element) for element in article.select(_SKIPPED)}
    for text in article.find_all(string=True):
        if type(text) is not NavigableString:
            continue
        around = [one for one in text.parents if one is not article]
        if any(one.name in ("p", "li") for one in around) and not any(
            id(one) in skipped for one in around
        ):
            yield text


def _pattern(terms: list[Term]) -> re.Pattern:
    forms = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
    return re.compile("|".join(map(_as_pattern, forms)))


def _as_pattern(form: str) -> str:
    """Return a form as whole words, and Chinese as a whole run, with any space and apostrophe."""
    if re.search(HAN, form):
        return rf"(?<!{HAN}){re.escape(form)}(?!{HAN})"
    first = f"[{form[0]}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])
    rest = re.escape(form[1:]).replace("'", "['’]").replace(r"\ ", r"\s+")
    return rf"(?<![\w-]){first}{rest}(?![\w-])"


def _named(match: str, by_form: dict[str, Term]) -> Term:
    form = _plain(match)
    return by_form.get(form) or by_form[form[0].lower() + form[1:]]


def _plain(form: str) -> str:
    """Return a form with single spaces and the apostrophe of a keyboard."""
    return re.sub(r"\s+", " ", form).strip().replace("’", "'")
