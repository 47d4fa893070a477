"""Every catalogue has everything that the program and its theme say, with its values and each plural."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from newspaper_archive.site.tongue import SOURCE, languages, tongue, word
from newspaper_archive.site.tongue.__main__ import updated, written
from newspaper_archive.site.tongue.catalogue import PLURALS, compiled, opened, po_file
from newspaper_archive.site.tongue.extraction import messages_of

ROOT = Path(__file__).resolve().parents[3]
VALUE = re.compile(r"%\(\w+\)s")
TAG = re.compile(r"</?[a-z]+")
HAN = re.compile("[\u3400-\u9fff]")
TRANSLATED = [code for code in languages() if code != SOURCE]


@pytest.fixture(scope="module")
def said() -> Catalog:
    return messages_of(ROOT / "plugins" / "newspaper_archive", ROOT / "theme")


def forms(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


def asked(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


def faults(said: Catalog, translated: Catalog) -> Iterator[str]:
    """What a catalogue lacks of all that is said: `首页: not translated`."""
    for message in said:
        if not message.id:
            continue
        own = translated.get(message.id, context=message.context)
        if own is None or own.fuzzy or not all(forms(own)):
            yield f"{asked(message)}: not translated"
            continue
        counts = isinstance(message.id, tuple | list)
        if len(forms(own)) != (translated.num_plurals if counts else 1):
            yield f"{asked(message)}: {len(forms(own))} forms"
        for form in forms(own):
            lost = set(VALUE.findall(asked(message))) ^ set(VALUE.findall(form))
            # “The latest article” counts without a figure, as “the latest 3 articles” does with one.
            if lost - ({"%(n)s"} if counts and form != forms(own)[-1] else set()):
                yield f"{asked(message)}: {sorted(lost)}"
            if "heat__unit" not in asked(message) and TAG.findall(form) != TAG.findall(asked(message)):
                yield f"{asked(message)}: other elements"


def read(code: str) -> Catalog:
    return read_po(BytesIO(po_file(code).read_bytes()), locale=code.replace("-", "_"))


@pytest.mark.parametrize("code", TRANSLATED)
def test_everything_that_is_said_is_translated(said: Catalog, code: str) -> None:
    assert [] == list(faults(said, read(code)))


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_holds_nothing_that_is_not_said(said: Catalog, code: str) -> None:
    assert [] == [
        asked(message) for message in read(code) if message.id and not said.get(message.id, message.context)
    ]


@pytest.mark.parametrize(
    ("string", "fault"),
    [
        ("", "not translated"),
        (("%(n)s page",), "1 forms"),
        (("%(n)s page", "pages"), "['%(n)s']"),
        (("%(n)s page", "%(n)s of %(m)s pages"), "['%(m)s']"),
        (("%(n)s page", "<b>%(n)s pages"), "other elements"),
    ],
)
def test_a_message_without_a_whole_translation_is_found(string: str, fault: str) -> None:
    said, translated = Catalog(), Catalog(locale="en")
    said.add(("共%(n)s版", "共%(n)s版"))
    translated.add(("共%(n)s版", "共%(n)s版"), string)
    assert [f"共%(n)s版: {fault}"] == list(faults(said, translated))


def test_a_new_message_and_a_guessed_one_are_found() -> None:
    said, translated = Catalog(), Catalog(locale="en")
    said.add("首页")
    assert ["首页: not translated"] == list(faults(said, translated))
    translated.add("首页", "Home", flags=["fuzzy"])
    assert ["首页: not translated"] == list(faults(said, translated))


def test_english_is_written_without_a_chinese_character() -> None:
    assert [] == [form for message in read("en") if message.id for form in forms(message) if HAN.search(form)]


@pytest.mark.parametrize("code", TRANSLATED)
def test_make_words_leaves_a_whole_catalogue_as_it_is(said: Catalog, code: str) -> None:
    assert po_file(code).read_bytes() == written(updated(po_file(code), code, said))


def test_a_new_message_waits_in_the_catalogue_and_an_old_one_goes(tmp_path: Path) -> None:
    path, now = tmp_path / "site.po", Catalog()
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '\nmsgid "首页"\nmsgstr "Home"\n\nmsgid "旧话"\nmsgstr "Old"\n',
        "utf-8",
    )
    now.add("首页")
    now.add("新话")
    kept = {message.id: message.string for message in updated(path, "en", now) if message.id}
    assert {"首页": "Home", "新话": None} == kept


def test_messages_are_found_in_templates_scripts_and_python(tmp_path: Path) -> None:
    package, theme = tmp_path / "package", tmp_path / "theme"
    (theme / "templates").mkdir(parents=True)
    (theme / "parts" / "a").mkdir(parents=True)
    package.mkdir()
    (package / "a.py").write_text(
        'KIND = word("简讯")\ntongue.say("约%(date)s", date=day)\nx.count("不是")\n', "utf-8"
    )
    (package / "b.py").write_text('tongue.tell("共%(n)s版", 3)\nself.say(message)\n', "utf-8")
    template = '{{ _("首页") }}{% trans n=3 %}{{ n }}篇{% endtrans %}'
    template += "{% trans who=x %}致{{ who }}{% endtrans %}<p>不是</p>"
    (theme / "templates" / "a.html").write_text(template, "utf-8")
    (theme / "parts" / "a" / "a.js").write_text('say("找到 %(n)s 篇", { n }); /* say("不是") */', "utf-8")
    found = [message.id for message in messages_of(package, theme) if message.id]
    counted = [("共%(n)s版",) * 2, ("%(n)s篇",) * 2, ("找到 %(n)s 篇",) * 2]
    assert sorted(map(str, ["简讯", "约%(date)s", "首页", "致%(who)s", *counted])) == sorted(map(str, found))


def test_an_edited_catalogue_speaks_at_once(tmp_path: Path) -> None:
    path = tmp_path / "site.po"
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    head += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    for english in ("Home", "Front page"):
        path.write_text(f'{head}\nmsgid "首页"\nmsgstr "{english}"\n', "utf-8")
        assert (english,) == opened(path).forms("首页")
        assert compiled(path.read_bytes()) == path.with_suffix(".mo").read_bytes()
        # The compiled file serves as long as its source is the same, whatever their times.
        assert (english,) == opened(path).forms("首页")


def test_plural_rules_come_from_the_catalogue() -> None:
    assert ["1 page", "2 pages", "0 pages", "1,234 pages"] == [
        tongue("en").tell("共%(n)s版", n) for n in (1, 2, 0, 1234)
    ]
    assert ["共1版", "共2版", "共1,234版"] == [tongue().tell("共%(n)s版", n) for n in (1, 2, 1234)]
    assert ["共1版", "共2版"] == [tongue("zh-Hant").tell("共%(n)s版", n) for n in (1, 2)]
    assert PLURALS.search("nplurals=3; plural=(n%10==1 ? 0 : n>1 ? 1 : 2);")


def test_what_no_catalogue_has_is_said_as_it_stands() -> None:
    assert "一句新话" == tongue("en").say(word("一句新话"))
