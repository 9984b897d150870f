"""Reading a new text: rows are proposed for its printed figures, and a person judges them.

``draft`` cuts a text into paragraphs and tables, finds the figures in them, reads what stands
around each, and looks the words up in the dictionary. What it is not certain of it marks, and
what it does not know it leaves empty: a wrong row that looks right costs more than no row.
"""

from analysis.drafting.dictionary import Dictionary, known
from analysis.drafting.passages import Line
from analysis.drafting.rows import COLUMNS, LIKELY, SURE, UNSURE, About, about, draft, written

__all__ = [
    "COLUMNS",
    "LIKELY",
    "SURE",
    "UNSURE",
    "About",
    "Dictionary",
    "Line",
    "about",
    "draft",
    "known",
    "written",
]
