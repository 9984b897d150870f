"""Markup that readers' programs need: language, description, sizes, names; and a page not found."""

import html
import re
from pathlib import Path

from reading.tree import Element, first, made, select, texts, words

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]"
_INSIDE = r"[\u3000-\u303f\uff00-\uffef·—]"
# Chinese punctuation and figures between Chinese characters belong to the run.
CHINESE = re.compile(rf"[《（“〔]?{HAN}(?:{HAN}|{_INSIDE}|[\d.%]+(?={HAN}))*")
# Code keeps the colours of its words: keywords, strings, comments. Signs and numbers do without.
_PLAIN_CODE = {"n", "p", "w", "o", "sa", "si", "mi", "mf", "nb"}
_NOT_PROSE = 'script, style, code, pre, textarea, title, svg, option, [lang^="zh"]'


def mark_chinese(root: Element) -> None:
    """Put ``lang="zh"`` round each run of Chinese that is not marked yet, code left as it is."""
    body = root.find("body")
    for text in texts(body, select(body, _NOT_PROSE)):
        text.wrap(CHINESE, lambda run: made("span", {"lang": "zh"}, run))


def describe(root: Element, site: str) -> None:
    """Say what the page is about to those who list or share it: its question."""
    head, heading = root.find("head"), first(root, "article.bd-article h1")
    if heading is None:
        head.append(made("meta", {"name": "robots", "content": "noindex"}))
        return
    about = first(root, "article.bd-article .question")
    if about is None:
        about = first(root, "article.bd-article section > p")
    said = site if about is None else words(about)
    for kind, name, content in (
        ("name", "description", said),
        ("property", "og:title", heading.text_content().rstrip("#").strip()),
        ("property", "og:description", said),
        ("property", "og:type", "article"),
        ("property", "og:site_name", site),
        ("property", "og:locale", "en"),
        ("name", "twitter:card", "summary"),
    ):
        head.append(made("meta", {kind: name, "content": content}))


def mark_front(root: Element) -> None:
    """Let sheets know the front page, which is one sheet on paper (`print.css`)."""
    first(root, "article.bd-article").classes.add("front-page")


def repair(root: Element) -> None:
    """Mend what the theme leaves unclear to a keyboard or a screen reader."""
    for button in select(root, "button[title]:not([aria-label])"):
        button.set("aria-label", button.get("title"))
    for icon in select(root, 'i[class*="fa-"], span[class*="fa-"]'):
        icon.set("aria-hidden", "true")
        icon.attrib.pop("title", None)  # the button says what it does
    for box, name in (("#pst-primary-sidebar", "Report"), ("#pst-secondary-sidebar", "This page")):
        for sidebar in select(root, box):
            sidebar.set("role", "complementary")
            sidebar.set("aria-label", name)
    for link in select(root, "a.btn-download-source-button, a.btn-download-notebook-button"):
        link.set("download", Path(link.get("href")).name)
        link.attrib.pop("target", None)
    # A summary is a button and has text; a label that never changes says less.
    for summary in select(root, 'summary[aria-label="Toggle hidden content"]'):
        del summary.attrib["aria-label"]


def link_tables(root: Element) -> None:
    """Show the address of each table that has one beside its caption, as charts show theirs."""
    for box in select(root, ".table-box[id]"):
        caption = first(box, "table > caption")
        if caption is not None and first(caption, ".headerlink") is None:
            attributes = {
                "class": "headerlink",
                "href": f"#{box.get('id')}",
                "title": "Link to this table",
            }
            caption.append(made("a", attributes, "#"))


def shorten(root: Element) -> None:
    """Take out markup that changes little: colours of single signs, numbers to sort by."""
    for code in select(root, ".highlight"):
        _join_colours(code)
    for table in select(root, "table.report"):
        sortable = "sortable" in table.classes
        for cell in select(table, "td[data-value]"):
            text, value = cell.text_content().replace(",", ""), cell.get("data-value")
            if not sortable or text in (value, value.removesuffix(".0")):
                del cell.attrib["data-value"]
            elif re.fullmatch(r"-?\d+\.\d{7,}", value):
                cell.set("data-value", f"{float(value):.8g}")
        _align_by_column(table)
    for run in select(root, "td:not([lang]) > span[lang=zh]"):
        cell = run.getparent()
        beside = "".join(text.string for text in texts(cell, [run]))
        if not re.search(r"[^\W\d_]", beside):
            cell.set("lang", "zh")  # of a figure and its unit, the figure has no language
            run.drop_tag()
    for cell in select(root, "td[lang=zh]"):
        if not CHINESE.search(cell.text_content()):
            del cell.attrib["lang"]


def _join_colours(code: Element) -> None:
    """Keep the colours of words, one for neighbours of one colour, and not those of signs."""
    for span in select(code, "span[class]"):
        if span.get("class") in _PLAIN_CODE:
            span.drop_tag()
    for span in select(code, "span[class]"):
        before = span.getprevious()
        if before is None or before.tail:
            continue
        if (before.tag, before.attrib) == (span.tag, span.attrib):
            before.tail, span.tail = span.tail, None
            before.append(span)
            span.drop_tag()


def _align_by_column(table: Element) -> None:
    """Say once for a column that it holds numbers, not in each cell (`right-3`, in reading.css)."""
    heads = select(table, "thead th")
    if first(table, "[rowspan], td[colspan]") is not None or len(select(table, "thead tr")) != 1:
        return
    rows = [row.xpath("th | td") for row in select(table, "tbody tr")]
    rows = [cells for cells in rows if all(one.get("scope") != "rowgroup" for one in cells)]
    for place, head in enumerate(heads):
        cells = [row[place] for row in rows]
        if cells and all(cell.get("class") == "number" for cell in [head, *cells]):
            table.classes.add(f"right-{place + 1}")
            for cell in cells:
                del cell.attrib["class"]


def not_found(title: str) -> str:
    """Return 404.html, which a server shows at any depth: nothing in it is relative to a folder."""
    return NOT_FOUND.replace("TITLE", html.escape(title))


def redirect(front: str, title: str) -> str:
    """Return the page that leads from the top folder to the front page."""
    return REDIRECT.replace("TITLE", html.escape(title)).replace("ROOT", front)


_STYLE = """<style>
body { font: 1.1rem/1.6 "Segoe UI", system-ui, "Noto Sans", sans-serif; max-width: 38rem;
  margin: 15vh auto; padding: 0 1.2rem; color: #1d2730; background: #fff; }
a { color: #17527f; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e9ed; background: #14181d; }
  a { color: #8fc3ea; }
}
</style>"""

REDIRECT = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>TITLE</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Refresh" content="0; url=ROOT">
<link rel="icon" href="_static/favicon.svg">
{_STYLE}
</head>
<body><main><h1>TITLE</h1><p><a href="ROOT">To the report</a></p></main></body>
</html>
"""

NOT_FOUND = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Page not found — TITLE</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
{_STYLE}
</head>
<body><main>
<h1>There is no such page</h1>
<p>The address may be mistyped, or the page was renamed. <a id="front" href="/">The front page</a>
of the report leads to every chapter and to the search.</p>
</main>
<script>
// The report may lie in a folder of the server: the front page is the nearest one above.
(async () => {{
  if (location.protocol === "file:") return;
  const parts = location.pathname.split("/").slice(0, -1);
  for (; parts.length; parts.pop()) {{
    const front = parts.join("/") + "/book/index.html";
    const answer = await fetch(front, {{ method: "HEAD" }}).catch(() => null);
    if (answer && answer.ok) {{
      document.getElementById("front").href = front;
      return;
    }}
  }}
}})();
</script>
</body>
</html>
"""
