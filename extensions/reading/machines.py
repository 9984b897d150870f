"""What machines read of a page: schema.org's words for a report and its data, and its picture."""

import json

from reading.tree import Element, first, made, select, words

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# What the data are about; a test holds both against them, for the data are slow to read.
PLACE = "Suzhou District, Jiuquan, Gansu, China"
YEARS = (2014, 2026)
# The files of `python -m analysis export`, which the build writes beside the pages.
FORMS = {
    "figures.csv": "text/csv",
    "figures.parquet": "application/vnd.apache.parquet",
    "figures.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "figures.sqlite": "application/vnd.sqlite3",
}


def describe(root: Element, name: str, site: str, front: str) -> None:
    """Describe a page to search engines: the front page as report and data set, others as parts.

    ``name`` is the page's path, ``front`` that of the front page. The first chart of a page is the
    picture that a shared link shows; a small one beside its words only where there is no other.
    """
    heading = first(root, "article.bd-article h1")
    if heading is None:
        return
    up = "../" * name.count("/")
    link = '.chart-data a[href$=".png"]'
    picture = first(root, f"article figure:not(.inset) {link}")
    if picture is None:
        picture = first(root, f"article {link}")
    if picture is not None:
        head = root.find("head")
        head.append(made("meta", {"property": "og:image", "content": picture.get("href")}))
        for card in select(head, 'meta[name="twitter:card"]'):
            card.set("content", "summary_large_image")
    report = {"@type": "Report", "name": site, "inLanguage": "en", "license": LICENCE}
    said: dict = {
        "@context": "https://schema.org",
        "@type": "Chapter",
        "name": words(heading).rstrip("#").strip(),
        "isPartOf": report,
    }
    if name.removesuffix(".html") == front:
        said = {"@context": "https://schema.org", "@graph": [report, _data(site, up)]}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True).replace("</", "<\\/")
    root.find("head").append(made("script", {"type": "application/ld+json"}, text))


def _data(site: str, up: str) -> dict:
    return {
        "@type": "Dataset",
        "name": f"{site}: every printed figure",
        "description": "Each figure that the yearbook prints about the district, one a row, with "
        "its line, its unit, what its rounding leaves open, and its name in English and Chinese.",
        "license": LICENCE,
        "temporalCoverage": f"{YEARS[0]}/{YEARS[1]}",
        "spatialCoverage": {"@type": "Place", "name": PLACE},
        "variableMeasured": ["value", "unit", "low", "high", "period", "measure", "status"],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{up}data/{file}", "encodingFormat": kind}
            for file, kind in FORMS.items()
        ],
    }
