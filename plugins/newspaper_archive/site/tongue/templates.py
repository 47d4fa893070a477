"""Templates that are compiled in one language: `{{ _("首页") }}` costs a page no more than the word “Home”.

A build has one language, so a message is looked up when its template is compiled, not when a page is printed.
`{% trans n=issue.pages | length %}共{{ n }}版{% endtrans %}` becomes its text with the number in it, in the
form of the plural that the number takes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import InternationalizationExtension
from jinja2.lexer import Token, TokenStream

from newspaper_archive.site.tongue import Tongue

VALUE = re.compile(r"%\((?P<name>\w+)\)s")
CALL = ("name", "lparen", "string", "rparen")


class Spoken(InternationalizationExtension):
    """The environment's global `tongue` says what each message is; filters `number` and `plural` count."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """`_("首页")` is a string like any other, that says Home."""
        held: list[Token] = []
        for token in stream:
            held.append(token)
            if (
                not all(one.type == kind for one, kind in zip(held, CALL, strict=False))
                or held[0].value != "_"
            ):
                yield from self._released(held)
            elif len(held) == len(CALL):
                yield Token(held[2].lineno, "string", self._tongue.say(held[2].value))
                held.clear()
        yield from held

    @staticmethod
    def _released(held: list[Token]) -> Iterator[Token]:
        """What turned out to be no call goes on, but for a last word that may begin one."""
        keep = held[-1:] if len(held) > 1 and held[-1].test("name:_") else []
        yield from held[: len(held) - len(keep)]
        held[:] = keep

    @property
    def _tongue(self) -> Tongue:
        found = self.environment.globals["tongue"]
        if not isinstance(found, Tongue):
            raise TypeError(found)
        return found

    # Jinja's own makes a call; here any node may stand in its place.
    def _make_node(  # type: ignore[override]
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: Mapping[str, nodes.Expr],
        *_: object,
    ) -> nodes.Node:
        """A message is one for all its plurals, so none stands beside it."""
        if plural is not None:
            raise TemplateSyntaxError("{% pluralize %}: a message with {{ n }} counts by itself", 0)
        forms = self._tongue.messages.forms(singular, context or "")
        shown = [nodes.Output(list(_parts(form, variables))) for form in forms]
        return _chosen(shown, variables["n"]) if len(shown) > 1 else shown[0]


def _parts(form: str, variables: Mapping[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    """Text and values in their order; a number is written as the language writes numbers."""
    for place, part in enumerate(VALUE.split(form)):
        if place % 2 == 0:
            if part:
                yield nodes.TemplateData(part.replace("%%", "%"))
        elif part == "n":
            yield _filtered(variables[part], "number")
        else:
            yield variables[part]


def _chosen(shown: Sequence[nodes.Node], number: nodes.Expr) -> nodes.Node:
    """The form that the number takes; the last where it takes none of those before it."""
    chosen = shown[-1]
    for place, form in reversed(list(enumerate(shown[:-1]))):
        takes = nodes.Compare(_filtered(number, "plural"), [nodes.Operand("eq", nodes.Const(place))])
        chosen = nodes.If(takes, [form], [], [chosen])
    return chosen


def _filtered(value: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None)
