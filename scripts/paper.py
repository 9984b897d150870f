"""The report as one document to print: a title page, the contents, and every chapter."""

import html
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import joined
import yaml
from bs4 import BeautifulSoup
from inputs import BUILD, ROOT
from sphinx_external_toc.parsing import parse_toc_yaml

HTML = BUILD / "html"
SHEETS = ("theme.css", "report.css", "reading.css", "print.css")


def contents() -> list[joined.Page]:
    """Return the pages of `_toc.yml` in its order, each with the part that it begins."""
    toc = parse_toc_yaml(ROOT / "_toc.yml")

    def below(name: str, level: int) -> Iterator[joined.Page]:
        for tree in toc[name].subtrees:
            part = tree.caption or ""
            for child in tree.items:
                down = level + bool(tree.caption)
                yield joined.Page(child, HTML / f"{child}.html", part, down)
                yield from below(child, down + 1)
                part = ""

    root = toc.root.docname
    pages = [joined.Page(root, HTML / f"{root}.html"), *below(root, 1)]
    if missing := [page.name for page in pages if not page.path.is_file()]:
        sys.exit(f"error: these pages are not built: {', '.join(missing)}. Run `make book` first.")
    return pages


def whole(pages: list[joined.Page], folder: Path) -> BeautifulSoup:
    """Return the report as one document, which is to lie in `folder`."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    articles = joined.join(pages, folder)
    static = Path(os.path.relpath(HTML / "_static", folder)).as_posix()
    links = "".join(f'<link rel="stylesheet" href="{static}/{name}">' for name in SHEETS)
    title = config["sphinx"]["config"]["html_title"]
    soup = BeautifulSoup(
        f'<!DOCTYPE html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title>{links}<style>{_style(pages, articles)}</style></head>"
        f'<body>{_cover(title, config)}<nav class="report-contents"><h1>Contents</h1>'
        f'{_contents(joined.entries(pages, articles))}</nav><div class="bd-main">'
        f'<div class="bd-content"></div></div></body></html>',
        "html.parser",
    )
    for page, article in zip(pages, articles, strict=True):
        if page.part:
            name = soup.new_tag("h1", attrs={"class": "part-name"})
            name.string = page.part
            article.insert(0, name)
        soup.select_one(".bd-content").append(article)
    return soup


def _style(pages: list[joined.Page], articles: list) -> str:
    """Return what names chapters: running heads and feet."""
    look = "font:8.5pt 'Yearbook Sans','Report Chinese',sans-serif;color:#444;"
    foot = f"@bottom-right{{content:counter(page);{look}}}"
    rules = [(ROOT / "scripts/pdf.css").read_text("utf-8"), f"@page contents{{{foot}}}"]
    part = ""
    for page, article in zip(pages, articles, strict=True):
        name, part = article["id"], page.part or part
        heads = "".join(
            f'@top-{side}{{content:"{_in_css(text)}";{look}}}'
            for side, text in (
                ("left", part),
                ("right", joined.words(article.select_one(".depth-1"))),
            )
        )
        address = f'@bottom-left{{content:"{_in_css(page.name)}.html";{look}}}'
        rules.append(f"@page {name}{{{heads}{address}{foot}}}#{name}{{page:{name}}}")
    return "".join(rules)


def _in_css(text: str) -> str:
    # A tag would end the style sheet that it stands in, within a string too.
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")


def _cover(title: str, config: dict) -> str:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    name, _, subtitle = (html.escape(text.strip()) for text in title.partition(":"))
    edition = f"Edition {citation['version']}, {citation['date-released']}"
    foot = html.escape(config["html"]["extra_footer"])
    return (
        f'<section class="cover"><h1>{name}</h1><p class="subtitle">{subtitle}</p><hr class="rule">'
        f"<p>{html.escape(config['author'])}</p><p>{edition}</p>"
        f'<div class="foot"><p>{foot}</p><p>The same report as web pages also has the code of '
        f"each chapter, and each table as a CSV file.</p></div></section>"
    )


def _contents(entries: list[joined.Entry]) -> str:
    lines = "".join(
        f'<p class="{one.kind}"><a href="#{one.target}" data-page="{joined.PLACEHOLDER}">'
        f"<span>{html.escape(one.text)}</span></a></p>"
        for one in entries
    )
    return (
        f'<div class="columns">{lines}</div><p class="left-out">Not on paper: the table of the '
        f"figures that a chapter rests on, with page and line of the yearbook. It ends the "
        f"chapter’s web page, which is named at the foot of each page here.</p>"
    )
