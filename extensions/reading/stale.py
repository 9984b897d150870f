"""Which pages Sphinx must write again, where it does not see it by itself, and need not read.

Sphinx writes a page again when the page itself has changed, and not when another has changed what
this one says of it: its title in the contents list, the number of a figure, a section's address.
"""

from collections.abc import Iterable

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Register with Sphinx.

    ``report_only`` names the pages to read, where not all that have changed are to be.
    """
    app.add_config_value("report_only", [], "")
    app.connect("env-before-read-docs", before_reading)
    app.connect("env-get-updated", to_write_again, priority=900)  # when figures have their numbers


def before_reading(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Leave out what is not to be read now, and note what is known before."""
    if only := app.config.report_only:
        pages[:] = [page for page in pages if page in only or page not in env.all_docs]
    env.report_known = known(env)


def to_write_again(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return every page when what pages say of one another has changed."""
    before = vars(env).pop("report_known")
    return env.found_docs if known(env) != before else ()


def known(env: BuildEnvironment) -> tuple:
    """Return what one page may say of another, in a form that compares."""
    return (
        {page: title.astext() for page, title in env.titles.items()},
        {page: repr(numbers) for page, numbers in env.toc_fignumbers.items()},
        {page: repr(numbers) for page, numbers in env.toc_secnumbers.items()},
        dict(env.domaindata["std"]["labels"]),
        dict(env.domaindata["std"]["objects"]),
        dict(env.domaindata["py"]["objects"]),
    )
