"""How print and facts are put before a reader: typography, phrases, dates and names in words."""
