"""What a build asks before anything is taken away: lost addresses and lost page files, in one list.

    网站没有动。上次建网站时有 40 个版面文件，现在缺 12 个（…），现有 28 个；下面的网址发布过，原来的文字……

One command answers all of it, `make addresses ACCEPT=1`. It holds for what was shown and for nothing that
is lost later: which list was shown is kept with the site's readings, which page files may go is kept beside
the address book as `accepted.sha256` until the next site stands.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.make.shrinking import ELSEWHERE, Shrunken, refusal
from newspaper_archive.model.address_ids import is_story
from newspaper_archive.store.address_files import ACCEPTED
from newspaper_archive.store.manifest import manifest

_SHOWN = "asked"
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """`lost` addresses, by id, and page files that are `gone`, with their checksums."""

    lost: tuple[str, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.lost).encode() + b"\n\n" + manifest(self.gone)).hexdigest()

    @property
    def stories(self) -> list[str]:
        """Their ids; of a page without any its own."""
        return [id_ for id_ in self.lost if is_story(id_)] or list(self.lost)


def asked_of_lost(lost: tuple[str, ...], fewer: Shrunken | None, cache: Path | None) -> ArchiveError:
    """What is asked where addresses were published whose text is nowhere any more.

    That so many page files may be gone (`fewer`) the desk has said already with SHRINK=1.
    """
    asked = Asked(lost, fewer.gone if fewer else {})
    keep_shown(cache, asked)
    return ArchiveError(
        f"网站没有动。{_listed(asked)}"
        "如果是误删、误改，请把版面文件恢复原样；确实要撤下，请运行 make addresses ACCEPT=1，再运行 make"
    )


def asked_of_shrunken(
    seeds: Path, found: Shrunken, lost: tuple[str, ...], cache: Path | None
) -> ArchiveError:
    """What is asked of a folder that has lost many pages, with the addresses that are lost with them."""
    asked = Asked(lost, found.gone)
    keep_shown(cache, asked)
    if not lost:
        return refusal(seeds, found)
    return ArchiveError(
        f"{seeds}: 网站没有动。{found}；{_listed(asked)}"
        f"{ELSEWHERE}；误删、误改的请恢复原样。确实要去掉这些版面、撤下这些网址，"
        "请运行 make addresses ACCEPT=1，再运行 make"
    )


def _listed(asked: Asked) -> str:
    named = "\n".join(f"  {id_}.html" for id_ in asked.stories[:_NAMED])
    more = f"\n  ……共 {len(asked.stories)} 个" if len(asked.stories) > _NAMED else ""
    return f"下面的网址发布过，原来的文字现在哪里都找不到了：\n{named}{more}\n"


def keep_shown(cache: Path | None, asked: Asked) -> None:
    """Of which list the desk will speak; where that cannot be kept it is shown once more."""
    if cache:
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            (cache / _SHOWN).write_text(asked.digest, "ascii")


def was_shown(cache: Path, asked: Asked) -> bool:
    try:
        return (cache / _SHOWN).read_bytes() == asked.digest.encode()
    except OSError:
        return False


def accept_gone(folder: Path, asked: Asked) -> bool:
    """Whether the folder of the address book took down which page files may go."""
    if asked.gone:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ACCEPTED).write_bytes(manifest(asked.gone))
        except OSError:
            return False
    return True


def accepted_gone(folder: Path) -> bytes:
    try:
        return (folder / ACCEPTED).read_bytes()
    except OSError:
        return b""


def forget_accepted(folder: Path) -> None:
    """Once a site stands that is made without them: what is lost from now on is asked about again."""
    with suppress(OSError):
        (folder / ACCEPTED).unlink()
