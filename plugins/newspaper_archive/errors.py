"""What stops the program before a page is read: a bad setting, sidecar or edition file."""


class ArchiveError(Exception):
    """Wrong input from the desk, never from a page: `file:line: what was seen`, then what to do."""
