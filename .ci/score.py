#!/usr/bin/env python3
"""Measures geopol on the annotated texts and compares with the floors.

    score.py GEOPOL DEV FLOORS [--raise]

GEOPOL is the built command, DEV the scorer's script that prints one line for each set, FLOORS the JSON file of floors.
Fails when a figure is more than 0.01 under its floor. With --raise, better figures are written into FLOORS.
"""
import json
import re
import subprocess
import sys

SLACK = 0.01
NUMBER = r"(\d+\.\d+)"
# set -> figure -> how its line gives it
FIGURES = {
    **{
        name: {
            "relations F1": rf"relations P \S+ R \S+ F1 {NUMBER}",
            "relations precision": rf"relations P {NUMBER}",
        }
        for name in ("seeds", "re3d", "challenge")
    },
    "dyads": {
        "directed recall": rf"directed P \S+ R {NUMBER}",
        "full F1": rf"full P \S+ R \S+ F1 {NUMBER}",
    },
}


def measure(lines):
    """The figures that the lines give: (set, figure) -> number."""
    found = {}
    for line in lines:
        name = line.split(maxsplit=1)[0].rstrip(":") if line.strip() else ""
        for figure, pattern in FIGURES.get(name, {}).items():
            if match := re.search(pattern, line):
                found[name, figure] = float(match[1])
    return found


def main(geopol, dev, floors_file, *options):
    run = subprocess.run([sys.executable, dev, geopol], stdout=subprocess.PIPE, text=True)
    print(run.stdout, end="", flush=True)
    if run.returncode:
        return f"{dev} ended with status {run.returncode}"
    found = measure(run.stdout.splitlines())
    with open(floors_file, encoding="utf-8") as file:
        floors = json.load(file)

    faults, better = [], False
    print(f"\n{'':32}{'now':>7}{'floor':>8}")
    for name, figures in FIGURES.items():
        for figure in figures:
            floor, now = floors.get(name, {}).get(figure, 0.0), found.get((name, figure))
            if now is None:
                faults.append(f"{name}: no {figure} in the scorer's output")
                continue
            remark = ""
            if now < floor - SLACK:
                remark = "  FALLEN"
                faults.append(f"{name}: {figure} fell to {now:.3f}, its floor is {floor:.3f}")
            elif now > floor:
                remark = "  better: the floor could be raised"
                better = True
                floors.setdefault(name, {})[figure] = now
            print(f"{name:<10}{figure:<22}{now:7.3f}{floor:8.3f}{remark}")
    if faults:
        return "\n".join(faults)
    if better and "--raise" in options:
        with open(floors_file, "w", encoding="utf-8") as file:
            file.write(json.dumps(floors, indent=2) + "\n")
        print(f"{floors_file} is raised")
    elif better:
        print("`.ci/run --raise` writes the better figures into the file")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or sys.argv[4:] not in ([], ["--raise"]):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
