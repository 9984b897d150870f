"""What a reader sees: amounts in words, the figures a chapter used, tables, charts, maps.

Importing any of it lets amounts write themselves in sentences.
"""

from analysis.page import words

__all__ = ["words"]
