"""The orders: what there is to do to make a site, and doing it."""
