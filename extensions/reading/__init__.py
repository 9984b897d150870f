"""What the report's pages need beyond Sphinx and the theme.

With Sphinx it works as an extension: it says which pages must be read or written again, and offers
chapters as notebooks. `report.finish` then makes the report from the pages that Sphinx wrote.
"""

from sphinx.application import Sphinx

from reading import notebooks, reference, stale


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    stale.setup(app)
    app.connect("source-read", reference.list_modules)
    app.connect("html-page-context", notebooks.offer)
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}
