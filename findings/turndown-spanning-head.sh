#!/usr/bin/env bash
# turndown-plugin-gfm 1.0.2 writes a table whose columns a Markdown reader then drops.
#
# Expected: a heading over two columns (colspan) is filled up with an empty cell, or the table stays HTML, as the
#   plugin leaves it when there is no heading row.
# Happens: the heading row has one cell, the rows below have two. GFM allows no more cells than the heading has: the
#   second column is not on the page (here by markdown-it 14.1.0; the standard says "the excess is ignored").
# Hurts: the figures are in the file and not on the page, so whoever proofreads the Markdown finds nothing missing.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages turndown@7.2.5 turndown-plugin-gfm@1.0.2 markdown-it@14.1.0
seen=$(run_node <<'JS'
import MarkdownIt from 'markdown-it';
import Turndown from 'turndown';
import {gfm} from 'turndown-plugin-gfm';
const html = '<table><tr><th colspan="2">Postes ouverts</th></tr><tr><td>Paris</td><td>40</td></tr></table>';
const markdown = new Turndown().use(gfm).turndown(html);
const page = new MarkdownIt().render(markdown);
console.log([...page.matchAll(/<t[hd]>([^<]*)/g)].map(cell => cell[1]).join(' | '));
JS
)
verdict 'Postes ouverts |  | Paris | 40' 'Postes ouverts | Paris' "$seen"
