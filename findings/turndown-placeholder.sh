#!/usr/bin/env bash
# turndown 7.2.5 (HTML to Markdown) makes a tag of a text between angle brackets.
#
# Expected: the text « <nom du maire> », which HTML writes as &lt;nom du maire&gt;, is escaped in Markdown like the
#   stars and brackets that turndown does escape, and is read on the page again.
# Happens: it is written bare. Markdown readers take it for an HTML tag: on the page (here by markdown-it 14.1.0
#   with HTML allowed, as Jekyll does) the words are gone.
# Hurts: templates of releases are full of such placeholders; the blank to be filled in disappears without a trace.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages turndown@7.2.5 markdown-it@14.1.0
seen=$(run_node <<'JS'
import MarkdownIt from 'markdown-it';
import Turndown from 'turndown';
const markdown = new Turndown().turndown('<p>En présence de &lt;nom du maire&gt; et des élus</p>');
const page = new MarkdownIt({html: true}).renderInline(markdown);
console.log(page.replaceAll(/<[^>]*>/g, ''));
JS
)
verdict 'En présence de &lt;nom du maire&gt; et des élus' 'En présence de  et des élus' "$seen"
