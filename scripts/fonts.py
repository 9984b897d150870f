"""Cuts the font of charts and pages down to the signs used: ``scripts/fonts.py FOLDER``.

FOLDER holds Source Sans 3 as Adobe publishes it (``TTF/`` of the npm package ``source-sans``). Run
this again only when a sign is missing: add it to ``SIGNS``. Charts are measured with the TrueType
files, pages load the same outlines as WOFF2. The licence reserves the name "Source" for unmodified
files, so the cut ones bear another.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "src/analysis/page/fonts"
FAMILY = "Yearbook Sans"
WEIGHTS = ("Regular", "Semibold")
# Latin with the accents of its languages and of pinyin, and the signs that figures need.
RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x17F), (0x1CD, 0x1DC), (0x2010, 0x2015))
SIGNS = "‘’‚“”„†•…‰′″‹›⁄₀₁₂₃₄₅₆₇₈₉€№™←↑→↓−≈≠≤≥▲▶▼◀○●■□◆✓"
FEATURES = ("kern", "liga", "ccmp", "locl", "case", "tnum", "pnum", "mark")


def main() -> None:
    """Write a TrueType and a WOFF2 file of each weight."""
    signs = {code for low, high in RANGES for code in range(low, high + 1)} | set(map(ord, SIGNS))
    for weight in WEIGHTS:
        font = TTFont(Path(sys.argv[1]) / f"SourceSans3-{weight}.ttf", recalcTimestamp=False)
        if missing := signs - set(font.getBestCmap()) - {0x149}:
            sys.exit(f"error: {weight} lacks {' '.join(map(chr, sorted(missing)))}")
        options = Options(hinting=False, layout_features=FEATURES, name_IDs=[0, 1, 2, 4, 6, 13, 14])
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=signs)
        subsetter.subset(font)
        style = "Regular" if weight == "Regular" else "Bold"
        for number, name in {1: FAMILY, 2: style, 4: f"{FAMILY} {weight}"}.items():
            font["name"].setName(name, number, 3, 1, 0x409)
        font["name"].setName(f"{FAMILY.replace(' ', '')}-{weight}", 6, 3, 1, 0x409)
        path = FONTS / f"{FAMILY.replace(' ', '')}-{weight}.ttf"
        font.save(path)
        font.flavor = "woff2"
        font.save(path.with_suffix(".woff2"))


if __name__ == "__main__":
    main()
