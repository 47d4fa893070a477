"""The archive as files: templates, typography, links."""
