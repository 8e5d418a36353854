#!/usr/bin/env bash
# turndown 7.2.5 (HTML to Markdown) glues two lines together when the break between them is bold.
#
# Expected: <b><br></b> is a line break; what is bold about it does not matter.
# Happens: an inline element without text is dropped whole, the break in it too, and no blank is left in its place.
# Hurts: editors of rich text put the break inside <b> when Return is pressed in bold text. Two lines of an address,
#   or a name and a phone number, become one word.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages turndown@7.2.5
seen=$(run_node <<'JS'
import Turndown from 'turndown';
console.log(JSON.stringify(new Turndown().turndown('<p>Bureau 12<b><br></b>75007 Paris</p>')));
JS
)
verdict '"Bureau 12  \n75007 Paris"' '"Bureau 1275007 Paris"' "$seen"
