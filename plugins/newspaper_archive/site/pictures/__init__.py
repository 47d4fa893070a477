"""Pictures: pages in small, covers of issues, share cards, and scans in sizes for phone and desk."""
