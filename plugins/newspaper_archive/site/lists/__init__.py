"""Long rows across issues: their years, volumes, charts and neighbours."""
