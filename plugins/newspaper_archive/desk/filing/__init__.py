"""Loose pages into folders of edition and date: what is known of each, where it goes, and the way back."""
