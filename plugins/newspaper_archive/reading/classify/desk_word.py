"""What the desk says a line is, over what the cues say: `3: headline` leaves no other part to choose.

Where its word allows several parts (`body` may be whole or break off), the cues choose among them.
"""

from newspaper_archive.reading.classify.grammar import Part

BECAUSE = "旁注指定"
TEXT = (Part.BODY, Part.UNFINISHED, Part.OPENING)
ALLOWED: dict[str, tuple[Part, ...]] = {
    "kicker": (Part.HEAD,),
    "headline": (Part.HEAD,),
    "subhead": (Part.HEAD,),
    "dateline": (Part.OPENING,),
    "byline": (Part.AUTHOR,),
    "crosshead": (Part.CROSSHEAD,),
    "body": TEXT,
    "text": (*TEXT, Part.NOTE, Part.CROSSHEAD, Part.ITEM, Part.ROW),
    "brief": (Part.ITEM,),
    "signature": (Part.SIGNATURE,),
    "tail": (Part.SIGNATURE, Part.CREDIT),
    "caption": (Part.CAPTION, Part.CREDIT),
    "credit": (Part.CREDIT,),
    "column": (Part.COLUMN,),
    "note": (Part.NOTE,),
    "teaser": (Part.HEAD, Part.POINTER),
    "pointer": (Part.POINTER,),
    "jump": (Part.JUMP,),
    "label": (Part.LABEL,),
    "colophon": (Part.COLOPHON,),
    "furniture": (Part.FURNITURE,),
    "table": (Part.ROW,),
}

Weighed = dict[Part, tuple[float, tuple[str, ...]]]


def obeyed(weighed: Weighed, role: str | None, *, finished: bool) -> Weighed:
    """The weights that the desk's word leaves; `finished`: a split below, so that nothing breaks off here."""
    if role is not None:
        allowed = ALLOWED[role]
        kept: Weighed = {
            part: (weight, (BECAUSE,)) for part, (weight, _) in weighed.items() if part in allowed
        }
        weighed = kept or {allowed[0]: (0.0, (BECAUSE,))}
    if finished and Part.UNFINISHED in weighed:
        weighed = {part: said for part, said in weighed.items() if part is not Part.UNFINISHED}
        weighed = weighed or {Part.BODY: (0.0, (BECAUSE,))}
    return weighed
