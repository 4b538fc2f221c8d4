"""Evaluates an expression for the unit tests: standard input holds its length, in a line, the expression, and the bytes `b`."""

import gzip
import io
import random
import sys
import zlib

size = int(sys.stdin.buffer.readline())
expression = sys.stdin.buffer.read(size).decode()
b = sys.stdin.buffer.read()
sys.stdout.buffer.write(eval(expression, {"b": b, "gzip": gzip, "io": io, "random": random, "zlib": zlib}))
