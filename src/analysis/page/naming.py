"""Names beside the marks of a map, where they meet least."""

from __future__ import annotations

from analysis.page import style

Box = tuple[float, float, float, float]  # left, low, right, high


def around(text: str, x: float, y: float) -> Box:
    """Return the room of a text round its middle."""
    wide, tall = style.width(text) / 2 + 3, style.tall(text, style.paper().text) / 2 + 4
    return (x - wide, y - tall, x + wide, y + tall)


def circle(point: tuple[float, float], radius: float) -> Box:
    """Return the room of a circle."""
    x, y = point
    return (x - radius, y - radius, x + radius, y + radius)


def beside(
    wanted: dict[str | None, tuple[tuple[float, float], float, str]],
    taken: list[Box],
    board: tuple[float, float],
) -> list[tuple[str, Box]]:
    """Return each name with its room beside its circle, chosen so that few meet anything.

    ``wanted`` gives for each thing the middle of its circle, the radius and the name; ``taken`` is
    the room of what else is drawn, ``board`` the width and height of all. In px, from below left.
    """
    choices = {}
    for one, ((x, y), radius, text) in wanted.items():
        wide, tall = (2 * end for end in around(text, 0, 0)[2:])
        choices[one] = [
            around(text, x + dx * (radius + wide / 2), y + dy * (radius + tall / 2))
            for dx, dy in (
                (1, 0), (-1, 0), (0, 1), (0, -1),
                (0.8, 0.8), (0.8, -0.8), (-0.8, 0.8), (-0.8, -0.8),
                (1.1, 1.4), (1.1, -1.4), (-1.1, 1.4), (-1.1, -1.4),
            )
        ]  # fmt: skip
    chosen = {one: boxes[0] for one, boxes in choices.items()}

    def cost(one: str | None, number: int) -> float:
        box = choices[one][number]
        others = [other for name, other in chosen.items() if name != one]
        outside = max(0, -box[0], box[2] - board[0]) + max(0, -box[1], box[3] - board[1])
        met = sum(_shared(box, other) for other in [*taken, *others])
        return met + 100 * outside + 2 * number

    for _ in range(6):
        for one in chosen:
            costs = [cost(one, number) for number in range(len(choices[one]))]
            chosen[one] = choices[one][costs.index(min(costs))]
    return [(wanted[one][2], box) for one, box in chosen.items()]


def _shared(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return max(0, wide) * max(0, tall)
