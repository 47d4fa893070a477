"""What draws a sheet: boxes, frames and type, measured in pixels of the picture when it is finished."""

from dataclasses import dataclass

from PIL import ImageDraw

from newspaper_archive.site.pictures.type import Type


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    foot: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.foot - self.top

    def inset(self, by: float) -> "Box":
        return Box(self.left + by, self.top + by, self.right - by, self.foot - by)

    def below(self, top: float) -> "Box":
        """What is left of it from there on down."""
        return Box(self.left, top, self.right, self.foot)


@dataclass(frozen=True, slots=True)
class Pen:
    canvas: ImageDraw.ImageDraw
    scale: float

    def fill(self, box: Box, ink: str) -> None:
        """At least a pixel of it, where it is any size at all."""
        if box.width > 0 and box.height > 0:
            left, top, right, foot = self._scaled(box)
            self.canvas.rectangle((left, top, max(left, right - 1), max(top, foot - 1)), fill=ink)

    def frame(self, box: Box, ink: str, width: float) -> None:
        if box.width > 2 and box.height > 2:
            self.canvas.rectangle(self._scaled(box), outline=ink, width=max(1, round(width * self.scale)))

    def shape(self, box: Box, places: tuple[tuple[float, float], ...], ink: str) -> None:
        """A shape by its corners, each as parts of the box."""
        left, top, right, foot = self._scaled(box)
        corners = [(left + x * (right - left), top + y * (foot - top)) for x, y in places]
        self.canvas.polygon(corners, fill=ink)

    def set(self, text: Type, left: float, top: float, ink: str, *, centred: float = 0) -> None:
        scaled = Type(text.lines, text.faces, text.size * self.scale)
        scaled.draw(self.canvas, left * self.scale, top * self.scale, ink, centred=centred * self.scale)

    def _scaled(self, box: Box) -> tuple[float, float, float, float]:
        return (
            box.left * self.scale,
            box.top * self.scale,
            box.right * self.scale,
            box.foot * self.scale,
        )
