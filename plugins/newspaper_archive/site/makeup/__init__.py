"""A page's stories made up as a newspaper page of twelve columns."""
