"""The paper and inks of pictures, which are the site's by day; greys for text and photos."""

PAPER, INK, SOFT, VERMILION = "#fbfaf6", "#1d1b18", "#5a554d", "#a5281b"
RULE, TEXT, PLATE, HILLS = "#b9b2a3", "#bdb7aa", "#d3ccbd", "#aba392"
