"""From a page's printed lines to its stories: blocks, their parts, articles; its date and place in print."""
