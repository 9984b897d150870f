"""What a page loads besides itself: only what it uses, and no more than once.

The theme's defaults come to 2.4 MB: a script that draws icons (1.5 MB, of which a dozen icons are
used), style sheets for every component there is, and scripts for components a page has not.
"""

import base64
import hashlib
import logging
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pydata_sphinx_theme
from bs4 import BeautifulSoup
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from reading import css

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it reports each table of a font

FONT = (
    Path(pydata_sphinx_theme.__file__).parent
    / "theme/pydata_sphinx_theme/static/vendor/fontawesome/webfonts/fa-solid-900.ttf"
)
SHEET = "_static/theme.css"
OURS = ("report.css", "reading.css", "print.css")  # come last and stay files of their own

# Scripts by a part of their name or text, and the elements without which they have nothing to do.
NEEDED_BY = {
    "scripts/fontawesome.js": None,  # the icon font stands in for it, see `_icon_font`
    "sphinx-thebe.js": None,  # runs code on another host
    "THEBE_JS_URL": None,
    "searchtools.js": None,  # search in full texts stands in for these, see fulltext.py
    "language_data.js": None,
    "searchindex.js": None,
    "sphinx_highlight.js": None,
    "doctools.js": None,
    "design-tabs.js": ".sd-tab-set",
    "togglebutton.js": ".toggle, .admonition.dropdown",
    "togglebuttonSelector": ".toggle, .admonition.dropdown",
    "toggleHint": ".toggle, .admonition.dropdown",
    "toggleOpenOnPrint": ".toggle, .admonition.dropdown",
}
LEFT_BY_NO_ONE = [
    "_static/vendor",
    "_static/images",
    "_static/scripts/fontawesome.js",
    "_static/*.map",
    "_static/*/*.map",
    "_static/*/*.LICENSE.txt",
    "_static/*thebe*",
    "_static/searchtools.js",
    "_static/language_data.js",
    "_static/doctools.js",
    "_static/sphinx_highlight.js",
    "_static/locales",
    "searchindex.js",
    "objects.inv",
]


def drop_unused(soup: BeautifulSoup) -> None:
    """Take out the scripts that a page has no use for, and anything said twice."""
    seen = set()
    for script in soup.select("script"):
        text = script.get("src", "") + script.get_text()
        for part, selector in NEEDED_BY.items():
            if part in text and (selector is None or not soup.select_one(selector)):
                script.decompose()
                break
        else:
            if str(script) in seen:
                script.decompose()
            seen.add(str(script))
    for meta in soup.select('meta[name="viewport"]')[1:] + soup.select('meta[name^="docsearch"]'):
        meta.decompose()
    for element in soup.select("#ethical-ad-placement, #jb-print-docs-body, link[rel=preload]"):
        element.decompose()


def merge_sheets(pages: dict[Path, BeautifulSoup], out: Path) -> None:
    """Give all pages one sheet with the rules that they use, in the order of the theme's sheets."""
    sources: dict[Path, None] = {}
    for path, soup in pages.items():
        for link in soup.select('link[rel="stylesheet"]'):
            sheet = (path.parent / urlsplit(link["href"]).path).resolve()
            if sheet.name not in OURS:
                sources[sheet] = None
                link.decompose()
    used = _words_of(pages, out)
    whole = "".join(css.reduced(_with_imports(source), used) for source in sources)
    whole = whole.replace(f"url({(out / '_static').resolve()}/", "url(")
    ours = [(out / "_static" / name).read_text("utf-8") for name in OURS]
    whole = _icon_font("".join([whole, *ours])) + whole
    (out / SHEET).write_text(whole, "utf-8")
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    for soup in pages.values():
        root = soup.html.get("data-content_root", "./")
        link = soup.new_tag("link", rel="stylesheet", href=f"{root}{SHEET}?v={digest}")
        first = soup.select_one(f'link[href*="{OURS[0]}"]')
        if not first:
            raise ValueError(f"a page does not load {OURS[0]}: {soup.title}")
        first.insert_before(link)
    for source in sources:
        source.unlink(missing_ok=True)


def _with_imports(sheet: Path) -> str:
    """Return a sheet with those that it imports in their place, and addresses of files in full."""
    text = re.sub(
        r"""@import\s+(?:url\()?["']?([^"')]+)["']?\)?\s*;""",
        lambda match: _with_imports((sheet.parent / match[1]).resolve()),
        sheet.read_text("utf-8"),
    )
    return re.sub(
        r"""url\(["']?(?!data:|#|/)([^"')]+)["']?\)""",
        lambda match: f"url({(sheet.parent / match[1]).resolve()})",
        text,
    )


def _words_of(pages: dict[Path, BeautifulSoup], out: Path) -> set[str]:
    """Return the classes and ids of all pages, and every word of the scripts that they load."""
    words: set[str] = set()
    for path, soup in pages.items():
        for element in soup.find_all(True):
            words.update(element.get("class", []))
            words.add(element.get("id", ""))
        for script in soup.select("script[src]"):
            file = (path.parent / urlsplit(script["src"]).path).resolve()
            words.add(str(file))
    files = {Path(word) for word in words if word.startswith(str(out.resolve()))}
    for file in files:
        words.update(re.findall(r"[\w-]+", file.read_text("utf-8")))
    return words


def _icon_font(sheet: str) -> str:
    """Return a font with the icons that the rules name, inside the sheet: no request, no file.

    Icons of the theme are letters of a font. Inside the sheet the font also loads
    where a page opened from the file system may not read other files.
    """
    codes = {int(code, 16) for code in re.findall(r"\\([ef][0-9a-f]{3})", sheet, re.IGNORECASE)}
    if not codes or not FONT.is_file():
        raise ValueError(f"the theme draws its icons in another way now: not with {FONT.name}")
    options = Options()
    options.flavor, options.notdef_outline, options.hinting = "woff", True, False
    options.name_IDs, options.layout_features, options.drop_tables = [], [], ["FFTM"]
    font = TTFont(FONT, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.flavor = "woff"
    buffer = BytesIO()
    font.save(buffer)
    data = base64.b64encode(buffer.getvalue()).decode()
    return (
        '@font-face{font-family:"Font Awesome 6 Free";font-style:normal;font-weight:900;'
        f'font-display:block;src:url("data:font/woff;base64,{data}") format("woff")}}'
    )


def remove_unused(out: Path) -> None:
    """Remove what no page loads any more from the folder that is published."""
    for pattern in LEFT_BY_NO_ONE:
        for path in sorted(out.glob(pattern), reverse=True):
            files = sorted(path.rglob("*"), reverse=True) if path.is_dir() else []
            for inside in [*files, path]:
                inside.rmdir() if inside.is_dir() else inside.unlink()
