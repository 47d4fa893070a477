"""The desk's word on a page, `C01.yaml` beside `C01.txt`, read and held against what is printed."""
