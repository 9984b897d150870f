"""What a page loads besides itself: only what it uses, and no more than once.

The theme's defaults come to 2.4 MB: a script that draws icons (1.5 MB, of which a dozen icons are
used), style sheets for every component there is, and scripts for components a page has not.
"""

import base64
import logging
import re
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path

import pydata_sphinx_theme
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from lxml import etree

from reading import css, lettering
from reading.page import Page
from reading.tree import Element, first, made, select

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it reports each table of a font

FONT = (
    Path(pydata_sphinx_theme.__file__).parent
    / "theme/pydata_sphinx_theme/static/vendor/fontawesome/webfonts/fa-solid-900.ttf"
)
SHEET = "_static/theme.css"
DIGEST = "digest-of-the-sheet"  # stands in pages until the sheet is there
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
# By path in the report; a star stands for folders too.
LOADED_BY_NO_PAGE = [
    "_static/*.html",  # the theme's templates, copied as if files
    "_static/vendor/*",
    "_static/images/*",
    "_static/scripts/fontawesome.js",
    "_static/*.map",
    "_static/*.LICENSE.txt",
    "_static/*thebe*",
    "_static/searchtools.js",
    "_static/language_data.js",
    "_static/doctools.js",
    "_static/sphinx_highlight.js",
    "_static/locales/*",
    "searchindex.js",
    "objects.inv",
]


def drop_unused(root: Element) -> None:
    """Take out the scripts that a page has no use for, and anything said twice."""
    useless = [
        part
        for part, selector in NEEDED_BY.items()
        if selector is None or first(root, selector) is None
    ]
    seen = set()
    for script in select(root, "script"):
        said = (tuple(script.items()), script.text)
        text = script.get("src", "") + (script.text or "")
        if said in seen or any(part in text for part in useless):
            script.drop_tree()
        seen.add(said)
    for element in [
        *select(root, 'meta[name="viewport"]')[1:],
        *select(root, 'meta[name^="docsearch"], link[rel="preload"]'),
        *select(root, "#ethical-ad-placement, #jb-print-docs-body"),
    ]:
        element.drop_tree()


def take_sheets(page: Page) -> list[Path]:
    """Lead a page to the sheet of all pages; return the theme's sheets, to whose place it comes.

    Raises ``ValueError`` when the page does not load ours, which come after it.
    """
    ours = first(page.root, f'link[href*="{OURS[0]}"]')
    if ours is None:
        raise ValueError(f"{page.name}: the page does not load {OURS[0]}")
    taken = []
    for link in select(page.root, 'link[rel="stylesheet"]'):
        file = page.file(link.get("href"))
        if file.name not in OURS:
            taken.append(file)
            link.drop_tree()
    address = f"{page.address(SHEET)}?v={DIGEST}"
    ours.addprevious(made("link", {"rel": "stylesheet", "href": address}))
    return taken


def names(root: Element) -> set[str]:
    """Return the classes and ids of a page."""
    return {
        name
        for element in root.iter(tag=etree.Element)
        for name in (*element.get("class", "").split(), element.get("id", ""))
    }


def scripts(page: Page) -> list[Path]:
    """Return the scripts that a page loads, but for those with data."""
    files = [page.file(script.get("src")) for script in select(page.root, "script[src]")]
    return [file for file in files if file.is_file()]


def words(script: str) -> set[str]:
    """Return the words of a script: the classes and ids that it sets are among them."""
    return set(re.findall(r"[\w-]+", script))


def merged(sheets: list[Path], used: set[str], static: Path) -> str:
    """Return one sheet with the rules for names in use, in the order of the sheets, and the icons.

    ``static``: the folder of ours, and of the files to which rules lead.
    """
    whole = "".join(css.reduced(_with_imports(sheet), used) for sheet in sheets)
    whole = whole.replace(f"url({static.resolve()}/", "url(")
    ours = [(static / name).read_text("utf-8") for name in OURS]
    return _icon_font("".join([whole, *ours])) + lettering.faces() + whole


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


def is_loaded(name: str) -> bool:
    """Tell whether a page may load a file, by its path in the report."""
    return not any(fnmatchcase(name, pattern) for pattern in LOADED_BY_NO_PAGE)
