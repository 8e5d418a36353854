#!/usr/bin/env bash
# Scores the kramdown dialect on the shared corpus: run.sh [BUILD] [SHARED]
set -eu
build=$(realpath "${1:-build/native}") shared=$(realpath "${2:-${DEPECHE_SHARED:-../shared}}")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
(cd "$shared/corpus/documents" && find . -type f -printf '%P\0' | xargs -0 "$build/tests/conformance/render" "$out")
python3 "$shared/tools/compare_html.py" --tree --show "${SHOW:-10}" "$shared/corpus/html" "$out"
