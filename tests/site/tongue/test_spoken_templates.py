"""Templates compiled in one language: messages are text by then, and numbers choose their plural."""

import pytest
from jinja2 import Environment, TemplateSyntaxError

from newspaper_archive.site.renderer import Site, prepare


def environment(language: str) -> Environment:
    made = Environment(autoescape=True)
    prepare(made, Site("晚晴日报", language=language))
    return made


def said(language: str, template: str, **shown: object) -> str:
    return environment(language).from_string(template).render(**shown)


def test_a_message_is_said_in_the_site_s_language() -> None:
    template = '{{ _("首页") }}, {{ _("日历") if yes else "" }}'
    assert ["首页, 日历", "首頁, 日曆", "Home, Calendar"] == [
        said(language, template, yes=True) for language in ("zh-Hans", "zh-Hant", "en")
    ]


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (12345, "12,345 pages")]
)
def test_a_number_chooses_its_plural(number: int, expected: str) -> None:
    template = "{% trans n=pages | length %}共{{ n }}版{% endtrans %}"
    assert expected == said("en", template, pages=range(number))


def test_a_name_in_a_message_is_never_html() -> None:
    template = "{% trans edition=name %}{{ edition }}各年各月收录的期数{% endtrans %}"
    assert "Issues of &lt;b&gt; held, by year and month" == said("en", template, name="<b>")


def test_a_message_costs_a_page_nothing() -> None:
    made = environment("en")
    source = made.compile('<p>{{ _("首页") }}{% trans line=9 %}第{{ line }}行{% endtrans %}</p>', raw=True)
    assert "Home" in source
    assert "Line " in source
    assert "gettext" not in source
    assert "tongue" not in source


def test_a_name_that_only_looks_like_a_call_is_left_alone() -> None:
    assert "1" == said("en", "{% for one, _ in rows %}{{ one }}{% endfor %}", rows=[(1, 2)])


def test_a_message_counts_by_itself() -> None:
    with pytest.raises(TemplateSyntaxError, match="counts by itself"):
        said("en", "{% trans n=1 %}{{ n }}篇{% pluralize %}{{ n }}篇{% endtrans %}")


def test_print_says_what_it_is_in_where_the_site_speaks_otherwise() -> None:
    template = '{{ name | printed }} <p{{ "zh-Hant" | lang }}{{ in_print }}>'
    marked = '<span lang="zh-CN">看点</span> '
    assert f'{marked}<p lang="zh-Hant" lang="zh-CN">' == said("en", template, name="看点")
    assert f'{marked}<p lang="zh-CN">' == said("zh-Hant", template, name="看点")
    assert '看点 <p lang="zh-Hant">' == said("zh-Hans", template, name="看点")
    assert "Page C02 &amp; more <p" == said("en", "{{ name | printed }} <p", name="Page C02 & more")
