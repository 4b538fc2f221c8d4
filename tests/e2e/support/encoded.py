"""Writes files in several encodings into a directory and prints, as JSON, what must be found in them, by name: the
figures that oracle.py has of the text saved as UTF-8, but for the bytes, which are those that were saved."""

import gzip
import json
import os
import sys

from oracle import figures

directory = sys.argv[1]
text = "id\tname\r\n1\tÅsa €\n2\t🧵 thread\ufeff and 文字\n" * 3000 + "last"
table = "id,name\n" + "".join(f'{i},"Åsa ""{i}"""\n' for i in range(500))
bomb = bytes(60_000_000)
expected = {}


def add(name, content, utf8, encoding, **more):
    path = os.path.join(directory, name)
    saved = gzip.decompress(content) if "compression" in more and "code" not in more else utf8
    with open(path, "wb") as file:
        file.write(utf8)
    counted = figures(path)
    with open(path, "wb") as file:
        file.write(content)
    expected[name] = {"figures": {**counted, "bytes": len(saved)}, "encoding": encoding, **more}


def as_text(name, content, text, encoding):
    add(name, content, text.encode(), encoding)
    expected[name]["figures"]["bytes"] = len(content)


utf8 = text.encode()
little = text.encode("utf-16-le")
big = text.encode("utf-16-be")
latin = "caf\u00e9 au lait\n".encode("latin-1") * 100
packed = gzip.compress(utf8)

as_text("plain.txt", utf8, text, "UTF-8")
as_text("little.txt", b"\xff\xfe" + little, text, "UTF-16LE")
as_text("big.txt", b"\xfe\xff" + big, text, "UTF-16BE")
as_text("little-unmarked.txt", little, text, "UTF-16LE")
as_text("big-unmarked.txt", big, text, "UTF-16BE")
as_text("unpaired.txt", b"\xff\xfe" + little + b"\x00\xd8a\x00\x00\xdc\n", text + "\ufffda\ufffd\ufffd", "UTF-16LE")
add("latin.txt", latin, latin, "not UTF-8")
as_text("table.csv", b"\xff\xfe" + table.encode("utf-16-le"), table, "UTF-16LE")
add("packed.txt", packed, utf8, "UTF-8", compression="gzip")
add("table.csv.gz", gzip.compress(table.encode("utf-16")), table.encode(), "UTF-16LE", compression="gzip")
add("members.gz", packed + gzip.compress(b"") + packed + bytes(512), utf8 + utf8, "UTF-8", compression="gzip")
add("empty.gz", gzip.compress(b""), b"", "UTF-8", compression="gzip")
add("short.gz", packed[:-4], utf8, "UTF-8", compression="gzip", code="EIO", words="ends early")
add("flipped.gz", packed[:-6] + b"\0" + packed[-5:], utf8, "UTF-8", compression="gzip", code="EIO", words="damaged")
add("nonsense.gz", packed[:10] + b"\xff" * 20, b"", "UTF-8", compression="gzip", code="EIO", words="damaged")
add("trailing.gz", packed + b"and more", utf8, "UTF-8", compression="gzip", code="EIO", words="something else")
add("bomb.gz", gzip.compress(bomb), bomb[:10_000_000], "UTF-8", compression="gzip", code="EFBIG", words="10000000")
json.dump(expected, sys.stdout)
