"""What the audit found, printed: ``audit``."""

from __future__ import annotations

import argparse

from analysis import audit
from analysis.commands import forms
from analysis.page import checks


def tell(options: argparse.Namespace) -> int:
    """Print the failures, or every check, and the counts; a failure is the yearbook's."""
    table = checks.explained(audit.run())
    shown = table if options.all else table[table["verdict"] == audit.FAILS]
    if options.format != "table":
        print(forms.exported(shown, options.format), end="")
        return 0
    columns = ["lines", "stated", "derived", "gap", "tolerance", "unit", "verdict"]
    for row in shown.itertuples():
        print(f"{row.check}\n  {row.explanation}")
    print()
    print(
        shown.set_index("check")[columns].to_string(float_format="{:.5g}".format, index_names=False)
    )
    print()
    print(audit.counts(table).to_string(index_names=False))
    for row in audit.revisions().itertuples():
        print(
            f"revised ({row.kind}): {row.indicator}, {row.entity}, {row.period}, {row.measure}: "
            f"{row.old:g} {row.unit} in {row.old_volume}, {row.new:.6g} in {row.new_volume} "
            f"({row.direction} by {abs(row.change):.4g})"
        )
    share = audit.tested_percent()
    print(f"{share:.1f}% of the observations stand in a check with another figure")
    return 0
