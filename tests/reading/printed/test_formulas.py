"""Figures and units written as formulas are read as text; true formulas stay and are told of."""

import pytest

from marked_pages import print_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"全长$12.5\mathrm{km}$，", "全长12.5km，"),
        (r"220 $\mathrm{kV}$水泵", "220 kV水泵"),
        (r"$30\%$，$ 3 0 \% $", "30%，30%"),
        (r"$1 2. 5 \%$", "12.5%"),
        (r"$5000\ \mathrm{m}^{2}$，$3 \mathrm{~m}^3/\mathrm{h}$", "5000m²，3m³/h"),
        (r"$25^{\circ}\mathrm{C}$，$10\sim 20$", "25°C，10～20"),
        (r"$\mathrm{CO}_{2}$，$PM_{2.5}$", "CO₂，PM2.5"),
        (r"$30 \times 40 \mathrm{cm}$", "30×40cm"),
        (r"$^{①}$，$\textcircled{2}$", "①，②"),
        (r"$12\text{万元}$", "12万元"),
        (r"$30$元，$12 km$", "30元，12km"),
        (r"\(30\%\)，$$40\%$$", "30%，40%"),
    ],
)
def test_figures_and_units_are_text(text, expected):
    assert [expected] == print_of(text)
    assert ["formula-read"] == [code for code in told(text) if code.startswith("formula")]


@pytest.mark.parametrize(
    "text", [r"$\frac{1}{2}$", "$E=mc^2$", "$x_{1}+y_{2}$", r"$\alpha$", "$a_b$ 和 $c_d$"]
)
def test_a_true_formula_stays_and_is_told(text):
    assert [text] == print_of(text)
    assert ["formula"] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "US$30 和 HK$40",
        "从$5 到 $10",
        "$5-$10",
        "花$30，$40，共$70",
        "票价$5/$",
        "US$30$",
        "$a$",
        "$30, $40",
        "汇率$1=7元，$2=14元",
    ],
)
def test_a_price_is_a_price(text):
    assert [text] == print_of(text)
    assert [] == told(text)
