"""Makes data to try gan4j with: 200 PNG files of mixed kinds in two subfolders, and 1,000 points on a circle. Needs Python alone.

Usage: python3 own_data.py FOLDER
"""
import math
import pathlib
import random
import struct
import sys
import zlib

KINDS = [(0, 8), (0, 16), (4, 8), (2, 8), (6, 8)]  # grey, grey of 16 bits, grey with alpha, colour, colour with alpha


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def pixel(level, kind, depth):
    if depth == 16:
        return struct.pack(">H", level * 257)
    colours = [level] if kind in (0, 4) else [level, level // 2, 255 - level]
    return bytes(colours + ([255] if kind in (4, 6) else []))


def png(levels, kind, depth):
    rows = b"".join(b"\0" + b"".join(pixel(level, kind, depth) for level in row) for row in levels)
    head = struct.pack(">IIBBBBB", len(levels[0]), len(levels), depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def levels(shape, height, width):
    middle, side = (random.uniform(0.4, 0.6) * height, random.uniform(0.4, 0.6) * width), min(height, width)
    disc = lambda y, x: math.hypot(y - middle[0], x - middle[1]) < side / 4
    bar = lambda y, x: abs(y - middle[0]) < side / 10
    inside = disc if shape == "discs" else bar
    return [[230 if inside(y, x) else 30 for x in range(width)] for y in range(height)]


random.seed(1)
folder = pathlib.Path(sys.argv[1])
for number in range(200):
    shape = "discs" if number % 2 else "bars"
    (folder / "pictures" / shape).mkdir(parents=True, exist_ok=True)
    picture = png(levels(shape, random.randint(24, 60), random.randint(24, 60)), *KINDS[number % len(KINDS)])
    (folder / "pictures" / shape / f"{number}.png").write_bytes(picture)
with open(folder / "points.csv", "w") as file:
    file.write("x,y\n")
    for _ in range(1000):
        angle, radius = random.uniform(0, 2 * math.pi), random.gauss(1, 0.05)
        file.write(f"{radius * math.cos(angle):.5f},{radius * math.sin(angle):.5f}\n")
