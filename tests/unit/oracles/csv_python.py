"""What Python's csv module makes of texts, for the unit tests to compare with; see csv_judges.hpp.

Standard input holds a question and its texts, standard output the answers, packed as packed_reader.hpp reads them.
"""

import bisect
import csv
import io
import struct
import sys

csv.field_size_limit(sys.maxsize)


def take(stream):
    while header := stream.read(8):
        yield stream.read(struct.unpack("<Q", header)[0])


def number(value):
    sys.stdout.buffer.write(struct.pack("<Q", value))


def put(text):
    data = text.encode()
    number(len(data))
    sys.stdout.buffer.write(data)


# What no text holds: a quote that is text, and a row of one field that is its own.
QUOTE_AS_TEXT = "\x02"
MARK = "\x03"


def read(text, delimiter, quote, **options):
    lines = io.StringIO(text, newline="")
    return [row for row in csv.reader(lines, delimiter=delimiter, quotechar=quote, **options) if row]


def is_open(text, *dialect):
    """Whether a text ends within quotes."""
    return read(text + "\n" + MARK, *dialect)[-1] != [MARK]


def has_text_behind_quotes(text, *dialect):
    try:
        read(text, *dialect, strict=True)
    except csv.Error as error:
        return "expected after" in str(error)
    return False


def opening(text, before, delimiter, quote):
    """Where the quote stands that opened the field of the one at `before`."""
    at = text.rindex(quote, 0, before)
    while text[at - 1 : at] not in ("", delimiter, "\r", "\n") or is_open(text[:at], delimiter, quote):
        at = text.rindex(quote, 0, at)
    return at


def wrong_quote(text, delimiter, quote):
    """Where the first quote stands that opens a field and has text behind the one that closes it, or is never closed."""
    dialect = (delimiter, quote)
    while has_text_behind_quotes(text, *dialect):
        behind = bisect.bisect_left(range(len(text) + 1), True, key=lambda size: has_text_behind_quotes(text[:size], *dialect)) - 1
        rest = text[behind:].lstrip(" \t\v\f".replace(delimiter, ""))
        if rest[:1] not in ("", delimiter, "\r", "\n"):
            return opening(text, behind - 1, *dialect)
        # Blanks only; for Python they are within the quotes now.
        text = text[: behind - 1] + text[behind : len(text) - len(rest)] + quote + rest
    return opening(text, len(text), *dialect) if is_open(text, *dialect) else None


def mend(text, *dialect):
    """The text with all quotes made text that should not have opened a field."""
    while (at := wrong_quote(text, *dialect)) is not None:
        text = text[:at] + QUOTE_AS_TEXT + text[at + 1 :]
    return text


def put_rows(found):
    number(len(found))
    for row in found:
        number(len(row))
        for field in row:
            put(field)


def rows(parts):
    for delimiter, quote, text in zip(parts, parts, parts):
        dialect = (delimiter.decode(), quote.decode())
        text = text.decode("utf-8-sig")
        mended = mend(text, *dialect)
        put(mended)
        put_rows(read(text, *dialect))
        put_rows(read(mended, *dialect))


def sniff(parts):
    for text in parts:
        text = text.decode("utf-8-sig")
        try:
            dialect = csv.Sniffer().sniff(text)
            has_header = csv.Sniffer().has_header(text)
        except csv.Error:
            number(0)
            continue
        number(1)
        put(dialect.delimiter)
        put(dialect.quotechar)
        number(0)
        number(has_header)


parts = take(sys.stdin.buffer)
{b"rows": rows, b"sniff": sniff}[next(parts)](parts)
