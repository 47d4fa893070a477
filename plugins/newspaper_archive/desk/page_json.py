"""A parsed page as JSON: the keys that readings are exchanged in, null where the print is silent."""

from typing import Any

from newspaper_archive.model import (
    Article,
    Caption,
    Correction,
    Fact,
    FactSource,
    Page,
    Reading,
    Teaser,
)

Json = dict[str, Any]


def page_json(page: Page) -> Json:
    """A page with what is known of it from outside its text as well: file name, date, folio, name."""
    found = reading_json(page.source.path.rsplit("/", 1)[-1], page.reading)
    found["source"] = {
        "path": page.source.path,
        "sha256": page.source.sha256,
        "encoding": page.source.encoding,
    }
    if page.folio:
        found["page"]["number"] = page.folio.value
    if page.page_name:
        found["page"]["section"] = page.page_name.value
    if page.date and page.date.source is FactSource.ESTIMATE:
        found["issue"]["date_estimate"] = _estimate(page.date)
    elif page.date:
        found["issue"]["date_edtf"] = page.date.value
    return found


def _estimate(date: Fact) -> Json:
    """A date that nobody says, with the printed lines it rests on."""
    clues = [{"line": clue.line, "quote": clue.quote, "tells": clue.tells} for clue in date.clues]
    return {"edtf": date.value, "clues": clues}


def reading_json(file: str, reading: Reading) -> Json:
    return {
        "file": file,
        "issue": {
            "title": reading.title,
            "date_edtf": reading.printed_date,
            "dateline_dates": list(reading.dateline_dates),
        },
        "page": {
            "number": reading.label.folio or reading.label.system_code,
            "section": reading.label.page_name,
        },
        "articles": [_corrected_article(article) for article in reading.articles],
        "captions": [_corrected_caption(caption, reading.articles) for caption in reading.captions],
        "teasers": [_corrected_teaser(teaser) for teaser in reading.teasers],
        "credits": _credits(reading),
        "furniture": [*(line.raw.strip() for line in reading.furniture), *reading.label_lines],
    }


def _corrected_article(article: Article) -> Json:
    """As printed, with what the desk corrected under keys of their own, there only where they differ."""
    shown = _article(article)
    if article.printed is None:
        return shown
    printed = _article(article.printed)
    return (
        printed | _differing(printed, shown) | {"corrections": [_correction(c) for c in article.corrections]}
    )


def _corrected_caption(caption: Caption, articles: tuple[Article, ...]) -> Json:
    shown = _caption(caption, articles)
    printed = _caption(caption.printed, articles) if caption.printed else shown
    return printed | _differing(printed, shown)


def _corrected_teaser(teaser: Teaser) -> Json:
    shown = _teaser(teaser)
    printed = _teaser(teaser.printed) if teaser.printed else shown
    return printed | _differing(printed, shown)


def _differing(printed: Json, shown: Json) -> Json:
    """`body_corrected` and the like."""
    return {f"{key}_corrected": value for key, value in shown.items() if value != printed[key]}


def _correction(correction: Correction) -> Json:
    """`by`, `on` and `why` only where the desk says so."""
    said = {"by": correction.by, "on": correction.on, "why": correction.why}
    slip = {"line": correction.line, "from": correction.printed, "to": correction.corrected}
    return slip | {key: words for key, words in said.items() if words}


def _credits(reading: Reading) -> dict[str, list[str]]:
    """Names by role; a role named twice keeps all its names."""
    found: dict[str, list[str]] = {}
    for credit in reading.colophon:
        found.setdefault(credit.role, []).extend(credit.names)
    return found


def _article(article: Article) -> Json:
    items = [item.text for item in article.items]
    dateline = article.dateline
    return {
        "kicker": article.kicker or None,
        "headline": article.headline,
        "subhead": article.subhead or None,
        "dateline_place": dateline.place if dateline else None,
        "dateline_date": dateline.date if dateline else None,
        "dateline_raw": dateline.raw if dateline else None,
        "byline": [{"role": one.role, "name": one.name} for one in article.byline],
        "kind": str(article.kind),
        "column": article.column or None,
        "body": article.body,
        "intertitles": list(article.crossheads),
        "n_paragraphs": len(article.paragraphs) - len(article.crossheads),
        "items": items or None,
        "tail_raw": article.tail or None,
        "jump_to": article.jump_to or None,
        "jump_from": article.jump_from or None,
        "source_lines": list(article.lines),
    }


def _caption(caption: Caption, articles: tuple[Article, ...]) -> Json:
    owner = None if caption.article is None else _as_printed(articles[caption.article]).headline
    text = caption.text or caption.credit
    return {
        "text": text,
        "first_words": caption.text[:12],
        "photographers": list(caption.photographers),
        "credit_raw": caption.credit or None,
        "article": owner,
        "source_lines": list(caption.lines),
    }


def _as_printed(article: Article) -> Article:
    return article.printed or article


def _teaser(teaser: Teaser) -> Json:
    return {
        "headline": teaser.headline,
        "page": teaser.folio,
        "section": teaser.page_name,
        "label_raw": teaser.label or None,
        "source_lines": list(teaser.lines),
    }
