#!/usr/bin/env bash
# prettier 3.10.1 moves the class of a quotation to the paragraph inside it.
#
# Expected: a formatter changes no meaning; prettier leaves Jekyll's {% … %} alone, and kramdown's attribute lists
#   after a link or a word too.
# Happens: the line below a quotation is for CommonMark the quotation's lazy last line, so a "> " is put before it.
#   For kramdown {: .citation} then belongs to the paragraph within.
# Hurts: « format on save » takes the site's styling off every quotation; below a list the line is moved into the
#   last item, where kramdown 2.4.0 drops it.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages prettier@3.10.1
seen=$(run_node <<'JS'
import prettier from 'prettier';
const formatted = await prettier.format('> L’État recrute.\n{: .citation}\n', {parser: 'markdown'});
console.log(JSON.stringify(formatted.trimEnd()));
JS
)
verdict '"> L’État recrute.\n{: .citation}"' '"> L’État recrute.\n> {: .citation}"' "$seen"
