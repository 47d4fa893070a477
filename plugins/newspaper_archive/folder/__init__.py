"""From a folder of files to the text of its pages, and what files, folders and the desk say of them."""
