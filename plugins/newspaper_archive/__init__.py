"""A folder of newspaper page texts, published as a permanent, searchable archive. The way of a page:

folder/ what lies there, its text    reading/ text → page      archive/ pages → issues, sections, addresses
problems/ what is doubtful           search/ archive → index   site/ archive → files
make/ what there is to do, done      desk/ the commands        store/ what was made and is kept

model/ has the records that are handed on, lexicon/ what newspapers print. plugin.py meets Pelican.
A folder imports only from those before it: docs/ARCHITECTURE.md.
"""

__version__ = "0.1.0"
