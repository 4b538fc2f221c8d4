"""Iterates the lines of a file, as bytes: a JSON list of one path on standard input. Prints milliseconds and lines."""

import json
import sys
import time

[path] = json.load(sys.stdin)
begun = time.perf_counter()
lines = 0
with open(path, "rb") as file:
    for line in file:
        lines += 1
elapsed_ms = (time.perf_counter() - begun) * 1000
json.dump({"ms": elapsed_ms, "lines": lines}, sys.stdout)
