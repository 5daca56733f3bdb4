#!/usr/bin/env bash
# Makes the pictures of the gallery anew.
#
#   examples/gallery/make.sh [GEOPOL [FOLDER]]
#
# GEOPOL is the command (`geopol` by default), FOLDER where the pictures go (this one by default). Graphviz draws one of them,
# Chromium photographs the pages.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
geopol="$(command -v "${1:-geopol}")"
out="${2:-$here}"
articles="$here/../articles"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# one article, as its reader sees it
"$geopol" graph --quiet --date 2024-04-10 --min-confidence 0.75 "$articles/kremlin-aukus-japan.txt" -o "$out/kremlin.svg"

# all sample articles, each with its date
cat_articles() {
    local file="" line
    while IFS= read -r line; do
        case "$line" in
            file\ =*) file="$(cut -d'"' -f2 <<<"$line")" ;;
            date\ =*) python3 -c 'import json, sys; print(json.dumps({"id": sys.argv[1][:-4], "date": sys.argv[2], "text": open(sys.argv[3], encoding="utf-8").read()}))' \
                "$file" "${line#date = }" "$articles/$file" ;;
        esac
    done <"$articles/index.toml"
}
cat_articles >"$work/articles.jsonl"
"$geopol" graph --quiet --level actor "$work/articles.jsonl" -o "$work/articles.json"
"$geopol" query "$work/articles.json" edges --min-confidence 0.7 --title "Seven articles" -o "$out/articles.dot"
"$geopol" query "$work/articles.json" edges --min-confidence 0.7 --title "Seven articles" -o "$out/articles.svg"
"$geopol" query "$work/articles.json" edges --title "Seven articles" -o "$work/articles.html"

# three years around the Pacific, in short reports
"$geopol" graph --quiet --level actor "$here/pacific.jsonl" -o "$work/pacific.json"
"$geopol" query "$work/pacific.json" edges --cluster region --title "The Pacific, 2021 to 2024" -o "$out/pacific.dot"
"$geopol" query "$work/pacific.json" edges --cluster region --title "The Pacific, 2021 to 2024" --engine dot -o "$out/pacific.svg"
"$geopol" query "$work/pacific.json" timeline China -o "$out/china.svg"
"$geopol" query "$work/pacific.json" timeline China "United States" -o "$out/china-united-states.svg"
"$geopol" query "$work/pacific.json" edges --title "The Pacific, 2021 to 2024" -o "$work/pacific.html"

photograph() {
    "$chromium" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
        --window-size=1200,750 --screenshot="$2" "file://$1" 2>"$work/told"
    [ -s "$2" ] || { cat "$work/told" >&2; return 1; }
}
chromium="$(command -v chromium || command -v chromium-browser || command -v google-chrome)"
# with the most reported edge open
sed 's|</body>|<script>document.querySelector(".row").click()</script></body>|' "$work/pacific.html" >"$work/open.html"
photograph "$work/open.html" "$out/page.png"
"$geopol" extract --quiet --format html --date 2024-04-10 "$articles/kremlin-aukus-japan.txt" -o "$work/document.html"
photograph "$work/document.html" "$out/document.png"
