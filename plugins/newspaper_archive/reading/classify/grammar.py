"""What may stand beneath what on a newspaper page, as weights: beneath a headline a dateline, beneath a credit a pointer.

The parts are finer than the roles of print: a headline stack is cut into kicker and headline only when the
article is put together.
"""

from newspaper_archive.lexicon.roles import Part

_H, _O, _B, _U, _X, _I = Part.HEAD, Part.OPENING, Part.BODY, Part.UNFINISHED, Part.CROSSHEAD, Part.ITEM
_A, _C, _P, _S, _L, _N = Part.AUTHOR, Part.CREDIT, Part.CAPTION, Part.SIGNATURE, Part.COLUMN, Part.NOTE
_G, _T, _J, _K, _F, _R, _E = (
    Part.LABEL,
    Part.POINTER,
    Part.JUMP,
    Part.COLOPHON,
    Part.FURNITURE,
    Part.ROW,
    Part.EDGE,
)

ELSEWHERE = -1.0
"""The weight of two parts that the table does not name."""

# Set by hand like the weights of the cues, tried on the same pages and in the same unit; not counted from pages.
BENEATH: dict[Part, dict[Part, float]] = {
    _E: {_G: 1, _H: 0.5, _L: 0, _F: -0.5, _C: -2, _B: -0.5, _O: 0, _I: -1, _N: 0, _P: 0, _X: -6, _T: -3, _S: -4, _A: -1, _U: 0},
    _H: {_H: -0.3, _O: 2, _B: 0, _U: 0, _I: 0, _A: 1.5, _N: 0.5, _T: 2.5, _C: 0.5, _P: 0, _X: -3, _L: -1, _F: -2, _G: -1.5,
         _S: -3, _K: -2, _J: -1, _R: 0.5, _E: -1.5},
    _L: {_I: 2, _H: 1.5, _O: 0, _B: 0, _U: 0, _N: 1, _A: 0, _X: -4, _F: -2, _T: -2, _L: -3, _S: -4, _E: -3, _R: 0.5, _P: 0},
    _A: {_B: 1, _U: 1, _O: 0, _N: 0.5, _H: -1.5, _L: -1.5, _X: 0, _A: 0, _I: 0, _E: -1, _F: -2, _P: 0},
    _O: {_B: 0.7, _U: 0.7, _X: -0.3, _H: 0, _C: 0.3, _S: 0.5, _J: 1, _O: -0.3, _T: -2, _F: -0.3, _K: 0, _I: -1.5, _L: 0, _E: 0,
         _R: -0.5, _A: -1, _P: 0, _G: 0, _N: -0.5},
    _B: {_B: 0.7, _U: 0.7, _X: -0.3, _H: 0, _C: 0.3, _S: 0.5, _J: 1, _O: -0.3, _T: -2, _F: -0.3, _K: 0, _I: -1.5, _L: 0, _E: 0,
         _R: -0.5, _A: -1, _P: 0, _G: 0, _N: -0.5},
    _U: {_B: 1.5, _U: 1, _O: -4, _H: -4, _X: -4, _F: -4, _E: -3, _L: -4, _C: -3, _S: -3, _T: -5, _K: -4},
    _X: {_B: 0.7, _U: 0.7, _I: 0.5, _R: 0.7, _A: -1, _H: -3, _O: -3, _E: -5, _C: -2, _X: -1.5, _F: -4, _T: -4, _K: -4, _L: -4,
         _S: -4, _P: -0.5},
    _I: {_I: 1.5, _S: 1, _B: -0.5, _U: -0.5, _H: 0, _C: 0, _F: 0, _E: 0, _L: 0, _K: 0, _O: -1, _X: -1, _A: 0, _P: 0, _G: 0},
    _C: {_T: 2.5, _H: 0, _F: 0, _E: 0, _B: -0.5, _U: -0.5, _C: -0.5, _L: 0, _P: 0, _O: 0, _X: -0.5, _K: 0, _I: -0.5, _G: 0},
    _P: {_C: 1, _P: 0.5, _H: 0, _E: 0, _B: -0.3, _F: 0, _L: 0, _O: 0, _G: 0, _U: -0.3, _K: 0, _T: 0.5},
    _S: {_H: 0.5, _S: 0.3, _E: 0, _F: 0, _L: 0, _B: -2, _K: 0, _X: -2, _P: 0, _C: 0, _G: 0, _O: -0.5, _N: 0, _J: 0},
    _N: {_B: 1, _H: 0.5, _O: 0.5, _U: 0.5, _A: 0, _X: -1, _E: -1, _F: -2, _I: 0},
    _G: {_G: 0.5, _H: 0.3, _L: 0.3, _E: 0.5, _F: 0, _B: -0.5, _O: 0, _A: 0, _I: 0, _K: 0.5, _X: -4, _T: -2, _P: 0, _N: 0},
    _T: {_H: 0.5, _F: 0.5, _E: 0, _L: 0, _B: -1.5, _X: -4, _O: -1, _T: -2, _K: 0, _C: -2, _G: 0},
    _J: {_H: 0.3, _E: 0, _B: 0.3, _U: 0.3, _F: 0, _L: 0, _O: 0, _C: 0, _K: 0, _P: 0, _X: -1},
    _K: {_E: 1, _F: 0.5, _G: 0.5, _K: 0.5, _H: 0, _X: -4, _B: -1.5, _L: -0.5},
    _F: {_F: 1.2, _H: 0, _L: 0, _K: 0.5, _G: 0.5, _E: 0.5, _B: -1, _X: -4, _O: -1, _I: -1.5, _A: -2, _S: -3, _T: -3, _N: -0.5,
         _U: -2, _P: -0.5},
    _R: {_R: 1, _H: 0, _X: 0, _E: 0, _B: -0.3, _F: 0, _S: 0, _L: 0, _K: 0, _P: 0, _O: 0},
}  # fmt: skip


def beneath(above: Part, part: Part) -> float:
    """How likely `part` stands right beneath `above`, as a weight."""
    return BENEATH[above].get(part, ELSEWHERE)
