"""Markup that readers' programs need: language, description, sizes, names; and a page not found."""

import html
import re
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]"
_INSIDE = r"[\u3000-\u303f\uff00-\uffef·—]"
# Chinese punctuation and figures between Chinese characters belong to the run.
CHINESE = re.compile(rf"[《（“〔]?{HAN}(?:{HAN}|{_INSIDE}|[\d.%]+(?={HAN}))*")
# Code keeps the colours of its words: keywords, strings, comments. Signs and numbers do without.
_PLAIN_CODE = "span.n, span.p, span.w, span.o, span.sa, span.si, span.mi, span.mf, span.nb"
_NOT_PROSE = {"script", "style", "code", "pre", "textarea", "title", "svg", "option"}


def mark_chinese(soup: BeautifulSoup) -> None:
    """Put ``lang="zh"`` round each run of Chinese that is not marked yet, code left as it is."""
    for text in soup.body.find_all(string=CHINESE):
        if type(text) is not NavigableString:
            continue
        if any(
            parent.name in _NOT_PROSE or parent.get("lang", "").startswith("zh")
            for parent in text.parents
        ):
            continue
        pieces, end = [], 0
        for run in CHINESE.finditer(text):
            span = soup.new_tag("span", lang="zh")
            span.string = run[0]
            pieces += [NavigableString(text[end : run.start()]), span]
            end = run.end()
        text.replace_with(*pieces, NavigableString(text[end:]))


def describe(soup: BeautifulSoup, site: str) -> None:
    """Say what the page is about to those who list or share it: its question."""
    article = soup.select_one("article.bd-article")
    heading = article and article.select_one("h1")
    if heading is None:
        soup.head.append(soup.new_tag("meta", attrs={"name": "robots", "content": "noindex"}))
        return
    title = heading.get_text().rstrip("#").strip()
    about = article.select_one(".question") or article.select_one("section > p")
    words = re.sub(r"\s+", " ", about.get_text()).strip() if about else site
    for kind, name, content in (
        ("name", "description", words),
        ("property", "og:title", title),
        ("property", "og:description", words),
        ("property", "og:type", "article"),
        ("property", "og:site_name", site),
        ("property", "og:locale", "en"),
        ("name", "twitter:card", "summary"),
    ):
        soup.head.append(soup.new_tag("meta", attrs={kind: name, "content": content}))


def repair(soup: BeautifulSoup) -> None:
    """Mend what the theme leaves unclear to a keyboard or a screen reader."""
    for button in soup.select("button[title]:not([aria-label])"):
        button["aria-label"] = button["title"]
    for icon in soup.select("i[class*=fa-], span[class*=fa-]"):
        icon["aria-hidden"] = "true"
        icon.attrs.pop("title", None)  # the button says what it does
    for box, name in (("#pst-primary-sidebar", "Report"), ("#pst-secondary-sidebar", "This page")):
        for sidebar in soup.select(box):
            sidebar["role"], sidebar["aria-label"] = "complementary", name
    for link in soup.select("a.btn-download-source-button, a.btn-download-notebook-button"):
        link["download"] = Path(link["href"]).name
        link.attrs.pop("target", None)
    # A summary is a button and has text; a label that never changes says less.
    for summary in soup.select("summary[aria-label='Toggle hidden content']"):
        del summary["aria-label"]


def link_tables(soup: BeautifulSoup) -> None:
    """Show the address of each table that has one beside its caption, as charts show theirs."""
    for box in soup.select(".table-box[id]"):
        caption = box.select_one("table > caption")
        if caption and not caption.select_one(".headerlink"):
            attributes = {"class": "headerlink", "title": "Link to this table"}
            link = soup.new_tag("a", href=f"#{box['id']}", attrs=attributes)
            link.string = "#"
            caption.append(link)


def shorten(soup: BeautifulSoup) -> None:
    """Take out markup that changes little: colours of single signs, numbers to sort by."""
    for span in soup.select(f".highlight :is({_PLAIN_CODE})"):
        span.unwrap()
    for span in soup.select(".highlight span[class]"):
        after = span.next_sibling
        while isinstance(after, Tag) and after.name == "span" and after.attrs == span.attrs:
            span.extend(list(after.contents))
            after.decompose()
            after = span.next_sibling
    for table in soup.select("table.report"):
        sortable = "sortable" in table.get("class", [])
        for cell in table.select("td[data-value]"):
            text = cell.get_text().replace(",", "")
            value = cell["data-value"]
            if not sortable or text in (value, value.removesuffix(".0")):
                del cell["data-value"]
            elif re.fullmatch(r"-?\d+\.\d{7,}", value):
                cell["data-value"] = f"{float(value):.8g}"
        _align_by_column(table)
    for run in soup.select("td:not([lang]) > span[lang=zh]"):
        cell = run.parent
        if not any(
            re.search(r"[^\W\d_]", one.get_text()) for one in cell.contents if one is not run
        ):
            cell["lang"] = "zh"  # of a figure and its unit, the figure has no language
            run.unwrap()
    for cell in soup.select("td[lang=zh]"):
        if not CHINESE.search(cell.get_text()):
            del cell["lang"]


def _align_by_column(table: Tag) -> None:
    """Say once for a column that it holds numbers, not in each cell (`right-3`, in reading.css)."""
    rows = table.select("tbody tr:not(:has(> th[scope=rowgroup]))")
    heads = table.select("thead th")
    if table.select("[rowspan], td[colspan]") or len(table.select("thead tr")) != 1:
        return
    for place, head in enumerate(heads):
        cells = [row.find_all(["th", "td"], recursive=False)[place] for row in rows]
        if cells and all(cell.get("class") == ["number"] for cell in [head, *cells]):
            table["class"] = [*table["class"], f"right-{place + 1}"]
            for cell in cells:
                del cell["class"]


def serialised(soup: BeautifulSoup) -> str:
    """Return the page without the blank lines and indents that templates leave outside text."""
    for text in soup.find_all(string=re.compile(r"^\s*\n\s*$")):
        if type(text) is NavigableString and not _in_text(text):
            text.replace_with(NavigableString("\n"))
    return str(soup).strip() + "\n"


def _in_text(text: NavigableString) -> bool:
    return any(isinstance(one, Tag) and one.name in ("pre", "textarea") for one in text.parents)


def write_not_found(out: Path, title: str) -> None:
    """Write 404.html, which a server shows at any depth: nothing in it is relative to a folder."""
    (out / "404.html").write_text(NOT_FOUND.replace("TITLE", html.escape(title)), "utf-8")


def write_redirect(out: Path, root: str, title: str) -> None:
    """Replace the bare line that leads from the top folder to the front page by a whole page."""
    page = REDIRECT.replace("TITLE", html.escape(title)).replace("ROOT", f"{root}.html")
    (out / "index.html").write_text(page, "utf-8")


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
