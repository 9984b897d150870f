"""A chart's caption, name and alt text, which stand after the cell that draws it.

A chapter writes ``:::{figure}`` without the address of an image at the start of the text after a
code cell. JupyterLab shows that as a caption under the chart; here the cell's outputs become the
figure.
"""

from docutils.parsers.rst.directives.images import Figure
from myst_parser.parsers.directives import parse_directive_text
from nbformat import NotebookNode, from_dict

from inline.expressions import directive


class _Caption(Figure):
    required_arguments = 0


def place(notebook: NotebookNode) -> None:
    """Move each caption that follows a code cell to that cell, where MyST-NB looks for it.

    Blank lines stay in its place, so that a warning about a later line names the right one.
    """
    for drawn, cell in zip(notebook.cells, notebook.cells[1:], strict=False):
        if drawn.cell_type == "code" and cell.cell_type == "markdown":
            found = directive(cell.source)
            if found is None or found.name != "figure" or found.argument:
                continue
            written = parse_directive_text(_Caption, "", found.content)
            drawn.metadata["mystnb"] = from_dict(
                {
                    "figure": {
                        "align": "left",
                        "caption": "\n".join(written.body),
                        "name": written.options.get("name", ""),
                    },
                    "image": {"alt": written.options.get("alt", "")},
                }
            )
            lines = cell.source.split("\n")
            cell.source = "\n".join([""] * found.lines + lines[found.lines :])
