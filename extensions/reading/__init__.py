"""Finishes the built pages: light, searchable in two languages, marked up for readers and machines.

Sphinx and the theme write each page as they do for anyone; this extension then works on the files.
That keeps it apart from the theme's templates: where it finds nothing to do it does nothing, and
what it relies on (an icon font, a search page) it checks for, with an error instead of a bad page.
"""

from pathlib import Path

from bs4 import BeautifulSoup
from sphinx.application import Sphinx

from reading import (
    assets,
    charts,
    dictionary,
    downloads,
    explorer,
    fulltext,
    markup,
    notebooks,
    paper,
    reference,
    terms,
)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("html-page-context", notebooks.announce)
    app.connect("build-finished", finish, priority=900)  # after the theme's own finishing
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def finish(app: Sphinx, failure: Exception | None) -> None:
    """Work on every page of a build that went well."""
    if failure or app.builder.name != "html":
        return
    out, title = Path(app.outdir), app.config.html_title
    for macros in (out / "_static").glob("*.html"):  # the theme's templates, copied as if files
        macros.unlink()
    paths = [path for path in sorted(out.rglob("*.html")) if "_static" not in path.parts]
    pages = {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in paths}
    pages = {path: soup for path, soup in pages.items() if soup.body}  # not the redirect
    terms.link(pages)
    texts = fulltext.Texts()
    for path, soup in pages.items():
        name = path.relative_to(out).as_posix()
        assets.drop_unused(soup)
        downloads.to_files(soup, path, out)
        charts.place(soup, path)
        charts.offer_data(soup, path, out)
        texts.add(name, soup)
        paper.say_what_is_left_out(soup, name)
        markup.mark_chinese(soup)
        markup.describe(soup, title)
        markup.repair(soup)
        markup.link_tables(soup)
        markup.shorten(soup)
        reference.shorten(soup)
    fulltext.equip(pages, out)
    charts.shorten(out)
    texts.write(out / "_static" / "search-texts.js")
    assets.merge_sheets(pages, out)
    explorer.equip(pages, out)
    dictionary.equip(pages, out)
    for path, soup in pages.items():
        path.write_text(markup.serialised(soup), "utf-8")
    notebooks.write(app)
    assets.remove_unused(out)
    markup.write_not_found(out, title)
    markup.write_redirect(out, app.config.root_doc, title)
