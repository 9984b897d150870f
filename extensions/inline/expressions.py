"""Finds the expressions that stand in sentences: ``GDP was {eval}`gdp` ``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

_EXTENSIONS = {"attrs_block", "attrs_inline", "colon_fence", "deflist"}  # of _config.yml
_PARSER = create_md_parser(MdParserConfig(enable_extensions=_EXTENSIONS), RendererHTML)
# What stands in these directives is not Markdown.
_LITERAL = {"code", "code-block", "eval-rst", "literalinclude", "math", "mermaid", "raw"}
_OPTIONS = re.compile(r"\A(?:---\n(?s:.*?)\n---\n|(?::[\w-]+:.*\n)+)")


@dataclass(frozen=True)
class Directive:
    """A directive as written: ``lines`` is how many it takes, fences included."""

    name: str
    argument: str
    content: str
    lines: int


def expressions(markdown: str) -> list[str]:
    """List the expressions of a Markdown text, in its order, those in boxes and tables included."""
    return list(_in_tokens(_PARSER.parse(markdown)))


def directive(markdown: str) -> Directive | None:
    """Return the directive with which a Markdown text begins, if it does."""
    return next((_directive(token) for token in _PARSER.parse(markdown)[:1]), None)


def _in_tokens(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "myst_role" and token.meta["name"] == "eval":
            yield token.content
        elif (found := _directive(token)) and found.name not in _LITERAL:
            yield from expressions(found.argument)
            yield from expressions(_OPTIONS.sub("", found.content))
        yield from _in_tokens(token.children or ())


def _directive(token: Token) -> Directive | None:
    if token.type not in ("fence", "colon_fence"):
        return None
    if not (head := re.match(r"\{([\w:-]+)\}(.*)", token.info.strip())):
        return None
    first, last = token.map
    return Directive(head[1], head[2].strip(), token.content, last - first)
