#!/bin/sh
# Install the built wheel in an empty environment and run the demonstration there, away from the checkout.
set -eu
wheel=$(ls "$1"/*.whl)
wheel=$(cd "$(dirname "$wheel")" && pwd)/$(basename "$wheel")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$wheel"
cd "$room"
"$room/venv/bin/framing-compare" --demo > demo.txt
grep -q "^5 sources, 5 articles" demo.txt
"$room/venv/bin/framing-compare" --demo -f json | "$room/venv/bin/python" -c 'import json, sys; assert len(json.load(sys.stdin)["sources"]) == 5'
"$room/venv/bin/framing" doctor > /dev/null
echo "the wheel runs by itself: $(basename "$wheel")"
