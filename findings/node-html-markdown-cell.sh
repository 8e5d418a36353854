#!/usr/bin/env bash
# node-html-markdown 2.0.0 joins the lines of a table's cell without a blank.
#
# Expected: a line break in a cell becomes <br> or a blank.
# Happens: it is deleted, and what stood on either side becomes one word, or one number.
# Hurts: a cell that holds 12 above 15 is published as 1215.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages node-html-markdown@2.0.0
seen=$(run_node <<'JS'
import {NodeHtmlMarkdown} from 'node-html-markdown';
const html = '<table><tr><th>Site</th><th>Postes</th></tr><tr><td>Lyon</td><td>12<br>15</td></tr></table>';
console.log(NodeHtmlMarkdown.translate(html).trim().split('\n').at(-1).replaceAll(/ +/g, ' '));
JS
)
verdict '| Lyon | 12<br>15 |' '| Lyon | 1215 |' "$seen"
