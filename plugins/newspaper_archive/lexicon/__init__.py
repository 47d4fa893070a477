"""What newspapers print, whatever the page: names, agencies, numerals, dates, word lists."""
