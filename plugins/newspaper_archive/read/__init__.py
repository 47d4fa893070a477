"""From a folder of files to the text of its pages, and what files and folders say of them."""
