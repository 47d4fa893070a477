"""A story as a reader sees it, with what belongs to it: related ones, citation, writers, doubts."""
