"""Compares a site with its own list of checksums: what was altered, what is missing, what was added.

Every file is read, for what rots on a disk keeps its size and time; nothing outside the site is. E.g.

    canal/2031/2031-03-05/a01-01.html: 内容与校验和不符
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.build_record import BUILD_RECORD, BuildRecord, forget, read_build_record
from newspaper_archive.store.manifest import MANIFEST, ManifestEntry, entries
from newspaper_archive.store.sealed import plain_bytes
from newspaper_archive.store.stage import name_of, only_build
from newspaper_archive.store.staged_files import read_mark

LONGEST = 120
"""Characters of a damaged line that are shown."""


@dataclass(frozen=True, slots=True)
class Soundness:
    """So many `sound` files are as their checksums say; each other one is told of, `altered` ones by name.

    `harmed` tells of the list itself, and of folders that cannot be looked into.
    """

    sound: int
    altered: dict[str, str]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    harmed: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """A file that somebody put into the site does it no harm."""
        return not (self.altered or self.missing or self.harmed)


@dataclass(frozen=True, slots=True)
class SiteDifferences:
    """What lies in a site: its plain files, all else but folders, and the folders that do not open."""

    plain: frozenset[str]
    odd: frozenset[str]
    closed: dict[str, str]


def check_site(site: Path, cache: Path | None = None) -> Soundness:
    """Raises ArchiveError where there is no site, or where one is just being built.

    Where `cache` has the record of this site, the next build makes anew what is altered. What is missing a
    build sees by itself.
    """
    site = Path(os.path.realpath(site))  # Path.resolve raises at a ring of links
    own = cache / name_of(site) if cache else None
    with ExitStack() as stack:
        with suppress(OSError):  # nobody can build where no lock can be made
            if own and (own / BUILD_RECORD).is_file():
                stack.enter_context(only_build(site))
        listed = _list_of(site)
        record = read_build_record(own, site) if own else BuildRecord()
        whole = record.manifest() if record.site else listed
        found = compared(site, entries(whole), _harm(listed, whole))
        if own and record.site and found.altered:
            with suppress(OSError):
                forget(own, record, found.altered)
    return found


def _list_of(site: Path) -> bytes:
    path = site / MANIFEST
    try:
        if not path.is_symlink():
            return plain_bytes(path)
        reason = "是一个链接"
    except (FileNotFoundError, NotADirectoryError) as error:
        if not site.is_dir():
            raise ArchiveError(
                f"{shown(str(site))}: 没有这个文件夹，无从核对。"
                "本机的网站请先运行 make；拷来的网站，请写它所在的文件夹"
            ) from error
        reason = "没有这个文件"
    except OSError as error:
        reason = f"读不出来：{error.strerror}"
    raise ArchiveError(
        f"{shown(str(path))}: {reason}，无从核对。它是每个网站自带的校验表：请看文件夹写得对不对，"
        "拷来的网站请连它一起重新拷"
    )


def _harm(listed: bytes, whole: bytes) -> tuple[str, ...]:
    if listed == whole:
        return ()
    return (f"{MANIFEST}: 校验表坏了，与生成时写下的不同；以下照生成时的核对",)


def compared(site: Path, listed: list[ManifestEntry], harmed: tuple[str, ...] = ()) -> Soundness:
    """The site beside what is listed; a name that leads out of it is told and not followed."""
    found = _look(site)
    sums = {one.name: one.digest for one in listed if one.is_whole and not one.leads_out}
    there = sorted(sums.keys() & (found.plain | found.odd))
    said = {name: _alteration(site, name, sums[name], name in found.odd) for name in there}
    missing = [name for name in sums.keys() - set(there) if not name.startswith(tuple(found.closed))]
    added = (found.plain | found.odd) - sums.keys() - {MANIFEST}
    return Soundness(
        sound=sum(not one for one in said.values()),
        altered={name: one for name, one in said.items() if one},
        missing=tuple(f"{shown(name)}: 校验表里有，这里没有" for name in sorted(missing)),
        added=tuple(f"{shown(name)}: 校验表里没有。若是自己放进来的，可以不管" for name in sorted(added)),
        harmed=(*harmed, *_wrong_lines(listed), *found.closed.values()),
    )


def _wrong_lines(listed: list[ManifestEntry]) -> Iterator[str]:
    if not listed:
        yield f"{MANIFEST}: 校验表是空的，没有可以核对的文件"
    seen: set[str] = set()
    for one in listed:
        place = f"{MANIFEST}:{one.number}"
        if not one.is_whole:
            yield f"{place}: 看到“{shown(one.text[:LONGEST])}”；应是六十四位校验和、两个空格、文件名"
        elif one.leads_out:
            yield f"{place}: 文件名“{shown(one.name[:LONGEST])}”不在网站里面，没有去看"
        elif one.name in seen:
            yield f"{place}: “{shown(one.name[:LONGEST])}”前面已经有一行，照后一行核对"
        seen.add(one.name)


def _alteration(site: Path, name: str, digest: str, is_odd: bool) -> str:
    """What is wrong with a file, nothing if all is well; what is no plain file is not opened."""
    if is_odd:
        return f"{shown(name)}: 应是一个文件，这里却是链接、管道一类的东西，没有打开"
    mark = read_mark(f"{site}/{name}")
    if mark is None:
        return f"{shown(name)}: 读不出来，请检查权限和磁盘"
    return "" if mark.sha256 == digest else f"{shown(name)}: 内容与校验和不符"


def _look(site: Path) -> SiteDifferences:
    """Links are not followed, wherever they lead."""
    plain: set[str] = set()
    odd: set[str] = set()
    closed: dict[str, str] = {}
    waiting = [""]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(f"{site}/{place}") as inner:
                for entry in inner:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{place}{entry.name}/")
                    elif entry.is_file(follow_symlinks=False):
                        plain.add(place + entry.name)
                    else:
                        odd.add(place + entry.name)
        except OSError as error:
            closed[place] = f"{shown(place) or './'}: 这个文件夹打不开（{error.strerror}），里面的没有核对"
    return SiteDifferences(frozenset(plain), frozenset(odd), closed)


def shown(name: str) -> str:
    """A name as a terminal may have it: what is no visible character is written as Python does."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in name)
