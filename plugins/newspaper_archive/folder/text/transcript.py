"""Opens a page file: its bytes, their checksum, its text in the encoding that they or the sidecar say."""

import hashlib
from dataclasses import dataclass

from newspaper_archive.folder.page_file import LARGEST, page_bytes
from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.model import PageFile, Problem, Severity, Source


@dataclass(frozen=True, slots=True)
class Transcript:
    """A page's text, "" where there is none that can be read; `problems` say why."""

    source: Source
    text: str
    problems: tuple[Problem, ...] = ()


def read_transcript(file: PageFile) -> Transcript:
    """The page file's text, whatever it holds; a file that cannot be read gives an error and no text."""
    return transcript(file, page_bytes(file))


def transcript(file: PageFile, data: bytes | OSError) -> Transcript:
    """The text of a page file that holds these bytes."""
    if isinstance(data, OSError):
        return _refused(file, "unreadable", f"文件打不开（{data.strerror}）", "请检查文件的权限")
    if len(data) > LARGEST:
        seen = f"文件超过 {LARGEST // 1_000_000} MB"
        return _refused(file, "too-large", seen, "一个文件只放一版的文本，请拆开或检查是否放错")
    declared = file.sidecar.encoding if file.sidecar else None
    decoded = decode(data, declared, file.path)
    source = Source(file.path, hashlib.sha256(data).hexdigest(), len(data), decoded.encoding)
    return Transcript(source, decoded.text or "", decoded.problems)


def _refused(file: PageFile, code: str, seen: str, advice: str) -> Transcript:
    problem = Problem(Severity.ERROR, code, file.path, None, seen, f"{advice}。此版未收入")
    return Transcript(Source(file.path, "", 0, ""), "", (problem,))
