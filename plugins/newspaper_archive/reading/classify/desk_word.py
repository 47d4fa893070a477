"""What the desk says a line is, over what the cues say: `3: headline` leaves no other part to choose.

Where its word allows several parts (`body` may be whole or break off), the cues choose among them.
"""

from newspaper_archive.lexicon.roles import ROLES, Part

BECAUSE = "旁注指定"
ALLOWED: dict[str, tuple[Part, ...]] = {row.word: (row.part, *row.also) for row in ROLES if row.word}
# An article's body may hold all that `lines` may say within it.
ALLOWED["text"] = (*ALLOWED["body"], *(row.part for row in ROLES if row.within == "body"))

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
