"""What Python makes of texts, for the unit tests to compare with.

Standard input holds texts and standard output the answers, as `put` writes them: numbers as 64 bits, little-endian,
and bytes after their number. An answer is the five figures of Counts, the number of lines, the lines, and the text
decoded.
"""

import io
import struct
import sys


def put(number, data=b""):
    sys.stdout.buffer.write(struct.pack("<Q", number) + data)


def take_texts(stream):
    while header := stream.read(8):
        yield stream.read(struct.unpack("<Q", header)[0])


def strip(line):
    return line.removesuffix(b"\n").removesuffix(b"\r") if line.endswith(b"\n") else line


def count_chars(text):
    try:
        return len(text.decode())
    except UnicodeDecodeError:
        return sum(byte & 0xC0 != 0x80 for byte in text)


def answer(text):
    lines = io.BytesIO(text).readlines()
    stripped = [strip(line) for line in lines]
    put(len(text))
    put(len(lines))
    put(len(text.split()))
    put(count_chars(text))
    put(max(map(len, stripped), default=0))
    put(len(stripped))
    for line in stripped:
        put(len(line), line)
    decoded = text.decode("utf-8", "replace").encode()
    put(len(decoded), decoded)


for each in take_texts(sys.stdin.buffer):
    answer(each)
