"""A county-level yearbook as data: typed, traced to its lines, and computed on.

Data flows one way: ``printed`` and ``schema`` read, ``data`` chooses facts, ``growth`` and
``structure`` compute, ``figures``, ``tables`` and ``prose`` show.
"""
