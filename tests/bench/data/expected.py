"""Counts as Python does: a JSON list of paths on standard input, the sums of the figures on standard output."""

import csv
import io
import json
import sys


def text_figures(paths):
    lines = words = size = longest = 0
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        size += len(data)
        for line in io.BytesIO(data):
            lines += 1
            longest = max(longest, len(line.rstrip(b"\n")))
        words += len(data.split())
    return {"bytes": size, "lines": lines, "words": words, "longestLine": longest}


def table_figures(paths):
    rows = fields = size = 0
    for path in paths:
        with open(path, "rb") as raw:
            size += raw.seek(0, io.SEEK_END)
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                rows += 1
                fields += len(row)
    return {"bytes": size, "rows": rows, "fields": fields}


measure = table_figures if sys.argv[1] == "table" else text_figures
json.dump(measure(json.load(sys.stdin)), sys.stdout)
