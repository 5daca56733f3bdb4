#!/usr/bin/env python3
"""Writes a gazetteer file of so many made-up names, and a folder of texts that have some of them.

usage: many_names.py NAMES FILE FOLDER

    python3 benches/many_names.py 200000 target/many.toml target/many
    cargo bench --bench ratios -- --gazetteer target/many.toml --texts target/many
"""
import pathlib
import random
import sys

ONSETS = "b br c ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w y z".split()
NUCLEI = "a e i o u ai ea ou".split()
CODAS = ["", "", "", "l", "n", "r", "s", "t", "nd", "rk"]
HEADS = "Group Front Council Union Brigade League Movement Agency Institute Forum Party Holding".split()
FILLERS = "the of and said on in that would its with from after talks officials report trade prices week".split()


def word(rng):
    syllables = rng.choice((2, 2, 3))
    return "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(syllables)).capitalize()


def name(rng, words):
    shape = rng.random()
    if shape < 0.35:
        return f"{rng.choice(words)} {rng.choice(words)}"
    if shape < 0.7:
        return f"{rng.choice(words)} {rng.choice(words)} {rng.choice(HEADS)}"
    if shape < 0.9:
        return f"{rng.choice(words)} {rng.choice(HEADS)} of {rng.choice(words)}"
    return f"{rng.choice(words)}{rng.choice(words).lower()}"


def main():
    count, path, folder = int(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    rng = random.Random(5)
    words = sorted({word(rng) for _ in range(40_000)})
    names = set()
    while len(names) < count:
        names.add(name(rng, words))
    names = sorted(names)
    rng.shuffle(names)
    with open(path, "w") as out:
        for number, text in enumerate(names):
            out.write(f'[[entity]]\nid = "group:n{number}"\nname = "{text}"\n\n')
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(200):
        tokens = []
        for at in range(300):
            if at % 17 == 3:
                tokens.append(rng.choice(names))
            elif rng.random() < 0.08:
                tokens.append(rng.choice(words))
            else:
                tokens.append(rng.choice(FILLERS) + rng.choice(["", "", "", "", ",", "."]))
        (folder / f"{number:03}.txt").write_text(" ".join(tokens) + "\n", encoding="utf-8")


main()
