"""The pages of the site, a module a template or a family of them."""
