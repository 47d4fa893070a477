"""The invented newspaper of `seeds/`: its page files, their text, and how somebody read them by hand."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "reading" / "gold"
# What is not plain UTF-8.
ENCODINGS = {
    "jinri-linlan/2023-06-02/c02.txt": "utf-8-sig",
    "qiaoxiang.txt": "big5",
    "tingnan-xinqu/2023-06-06/04.txt": "gb18030",
    "tingnan-xinqu/2023-06-20/02.txt": "utf-16",
}


def read(page: str) -> str:
    text = (SEEDS / page).read_bytes().decode(ENCODINGS.get(page, "utf-8"))
    return text.replace("\r\n", "\n")


def page_files() -> list[str]:
    found = (p.relative_to(SEEDS).as_posix() for p in SEEDS.rglob("*") if p.suffix in (".txt", ".md"))
    return sorted(found)


def gold() -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))]
