"""A county-level yearbook as data: typed, traced to its lines, and computed on.

Data flows one way: ``printed`` reads a number, ``data`` the tables; ``formulas`` compute; ``audit``
and ``goals`` test; ``page`` shows.
"""
