"""A Chinese font for the PDF, cut down to the signs that the report has.

Fonts draw some signs once for two numbers, an ideograph and the radical that looks like it. A
browser then writes the radical into the PDF, where a search for the ideograph does not find it.
The font that is cut here knows each drawing under the number that the report uses.
"""

import re
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from matplotlib.font_manager import findSystemFonts

# Asked first, by a part of the file's name; then any font that has all the signs.
PREFERRED = ("NotoSansCJK-Regular", "NotoSansCJKsc-Regular", "NotoSansSC", "SourceHanSans", "msyh")
SIGNS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class NoFontError(Exception):
    """No font of the machine has all the Chinese signs that are wanted."""


def write_font(text: str, file: Path) -> None:
    """Write a font with the Chinese signs of `text`.

    Raises `NoFontError`, which says how to get a font to cut it from.
    """
    wanted = {ord(sign) for sign in SIGNS.findall(text)}
    for font in _fonts():
        if wanted <= font.getBestCmap().keys():
            break
        font.close()
    else:
        raise NoFontError(
            "no font of this machine has all the Chinese signs of the report. Install one "
            "(Debian, Ubuntu: apt-get install fonts-noto-cjk, or the smaller fonts-wqy-microhei)."
        )
    options = Options()
    options.layout_features, options.name_IDs, options.hinting = [], [], False
    options.drop_tables += ["FFTM"]  # of an editor of fonts; not known to the subsetter
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.flavor = "woff"
    font.recalcTimestamp = False  # the same signs give the same bytes
    font.save(file)
    font.close()


def _fonts():
    """Yield the fonts of the machine, the preferred ones first, of a collection the one for SC."""

    def place(path: str) -> tuple[int, str]:
        found = [number for number, name in enumerate(PREFERRED) if name in Path(path).name]
        return (found[0] if found else len(PREFERRED)), path

    for path in sorted(findSystemFonts(), key=place):
        try:
            if path.lower().endswith(("ttc", "otc")):
                faces = TTCollection(path, lazy=True).fonts
                names = [face["name"].getDebugName(1) or "" for face in faces]
                simplified = [face for face, name in zip(faces, names, strict=True) if "SC" in name]
                yield (simplified or faces)[0]
            else:
                yield TTFont(path, lazy=True)
        except (TTLibError, OSError):
            continue  # not a font that can be read
