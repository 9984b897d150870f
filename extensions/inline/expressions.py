"""Finds the expressions that stand in sentences: ``GDP was {eval}`gdp` ``."""

import re
from collections.abc import Iterable, Iterator

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

_EXTENSIONS = {"attrs_block", "attrs_inline", "colon_fence", "deflist"}  # of _config.yml
_PARSER = create_md_parser(MdParserConfig(enable_extensions=_EXTENSIONS), RendererHTML)
# What stands in these directives is not Markdown.
_LITERAL = {"code", "code-block", "eval-rst", "literalinclude", "math", "mermaid", "raw"}
_OPTIONS = re.compile(r"\A(?:---\n(?s:.*?)\n---\n|(?::[\w-]+:.*\n)+)")


def expressions(markdown: str) -> list[str]:
    """List the expressions of a Markdown text, in its order, those in boxes and tables included."""
    return list(_in_tokens(_PARSER.parse(markdown)))


def _in_tokens(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "myst_role" and token.meta["name"] == "eval":
            yield token.content
        elif token.type in ("fence", "colon_fence"):
            directive = re.match(r"\{([\w:-]+)\}(.*)", token.info)
            if directive and directive[1] not in _LITERAL:
                yield from expressions(directive[2].strip())
                yield from expressions(_OPTIONS.sub("", token.content))
        yield from _in_tokens(token.children or ())
