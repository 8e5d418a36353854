#!/usr/bin/env bash
# gray-matter 4.0.3: a broken header is an error the first time and an empty header the second.
#
# Expected: the same text gives the same error each time it is read.
# Happens: the text is put into a cache before its header is read. The second call with it (both without options,
#   else there is no cache) finds the half-made entry: no error, no field, and the header stands in the content.
# Hurts: a preview or a build that reads a file twice (once for the list, once for the page) publishes a release
#   without title and date, and with its header as text.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages gray-matter@4.0.3
seen=$(run_node <<'JS'
import matter from 'gray-matter';
const text = '---\ntitle: Santé : bilan: 2018\n---\nTexte\n';
function read() {
  try {
    return JSON.stringify(matter(text).data);
  } catch {
    return 'error';
  }
}
console.log(`${read()}, then ${read()}`);
JS
)
verdict 'error, then error' 'error, then {}' "$seen"
