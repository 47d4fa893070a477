"""From the bytes of a page file to its printed lines."""
