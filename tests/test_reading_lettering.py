"""The font in the sheet of all pages."""

import base64
import re

from reading import lettering

from analysis.page import lettering as measured


def test_the_sheet_holds_each_file_of_the_font_whole():
    found = re.findall(r"base64,([^\"]+)\"\) format\(\"woff2\"\)", lettering.faces())
    files = [path.with_suffix(".woff2") for path in (measured.REGULAR, measured.BOLD)]
    assert [base64.b64decode(one) for one in found] == [file.read_bytes() for file in files]


def test_pages_and_charts_call_the_font_by_one_name():
    assert set(re.findall(r'font-family:"([^"]+)"', lettering.faces())) == {measured.FAMILY}


def test_every_weight_has_a_face():
    ranges = re.findall(r"font-weight:(\d+) (\d+);", lettering.faces())
    assert ranges == [("400", "500"), ("600", "900")]
