#!/usr/bin/env python3
"""The counts in DATA.md, from the files themselves: counts.py [--write]

Without --write, tells whether DATA.md agrees with the files.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = ("names", "acronyms", "adjectives", "demonyms", "combining", "capitals", "surnames")
KINDS = ("country", "alliance", "treaty", "leader", "institution", "group", "region")
LISTS = ("verbs", "nouns", "adjectives", "compounds")


def load(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def number(n):
    return f"{n:,}" if n else ""


def gazetteers():
    yield ["file", "entities", "names", "other", "checked"]
    yield ["---", "---:", "---:", "---", "---"]
    totals, all_names = dict.fromkeys(KINDS, 0), 0
    for path in sorted((ROOT / "gazetteers").glob("*.toml")):
        file = load(path)
        entities = [e for e in file.get("entity", []) if not e.get("extends")]
        kinds, names = dict.fromkeys(KINDS, 0), 0
        rows = {"memberships": 0, "tenures": 0}
        for entity in file.get("entity", []):
            if not entity.get("extends"):
                kinds[entity["id"].split(":")[0]] += 1
            names += sum(len(entity.get(field, [])) for field in NAMES) + ("name" in entity)
            rows["memberships"] += sum(len(m["who"]) for m in entity.get("members", []))
            rows["tenures"] += len(entity.get("tenures", []))
        rows["roles"] = len(file.get("role", []))
        rows["posts"] = len(file.get("post", []))
        rows["decoys"] = sum(len(d["names"]) for d in file.get("decoy", []))
        for kind, count in kinds.items():
            totals[kind] += count
        all_names += names
        other = ", ".join(f"{count:,} {what}" for what, count in rows.items() if count)
        yield [f"`{path.name}`", number(len(entities)), number(names), other, str(file["file"].get("checked", ""))]
    kinds = {"country": "countries", "alliance": "alliances", "treaty": "treaties", "leader": "leaders",
             "institution": "institutions", "group": "groups", "region": "regions"}
    by_kind = ", ".join(f"{totals[kind]:,} {plural}" for kind, plural in kinds.items())
    yield ["**all**", f"**{sum(totals.values()):,}**", f"**{all_names:,}**", by_kind, ""]


def relations():
    yield ["file", "about", "rules", "trigger words", "tests", "known misses"]
    yield ["---", "---", "---:", "---:", "---:", "---:"]
    sums = [0, 0, 0, 0]
    for path in sorted((ROOT / "patterns" / "relations").glob("*.toml")):
        file = load(path)
        rules, tests = file.get("rule", []), file.get("test", [])
        sets = file.get("sets", {})
        size = lambda word: len(sets.get(word[1:], [])) if word.startswith("@") else 1
        words = sum(size(word) for rule in rules for field in LISTS for word in rule.get(field, []))
        misses = sum(test.get("miss", False) for test in tests)
        row = [len(rules), words, len(tests), misses]
        sums = [a + b for a, b in zip(sums, row)]
        yield [f"`{path.name}`", file["file"]["about"], *map(number, row)]
    yield ["**all**", "", *(f"**{n:,}**" for n in sums)]


def table(rows):
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main(options):
    path = ROOT / "DATA.md"
    old = new = path.read_text(encoding="utf-8")
    for name, rows in (("gazetteers", gazetteers()), ("relations", relations())):
        begin, end = f"<!-- counts: {name} -->", f"<!-- end: {name} -->"
        block = f"{begin}\n\n{table(rows)}\n\n{end}"
        new, found = re.subn(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: block, new, flags=re.DOTALL)
        if found != 1:
            return f"DATA.md has no place for the counts of the {name}"
    if new == old:
        print("the counts in DATA.md agree with the files")
    elif "--write" in options:
        path.write_text(new, encoding="utf-8")
        print("DATA.md has the counts of today")
    else:
        return "the counts in DATA.md are not today's: `.ci/counts.py --write` sets them right"
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
