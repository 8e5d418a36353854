#!/usr/bin/env bash
# mammoth 1.13.0 (Word to HTML) writes out text that Word hides.
#
# Expected: text formatted as hidden (Font > Hidden, <w:vanish/>) stays out of the HTML, as Word neither shows nor
#   prints it; mammoth leaves out deleted text and comments likewise.
# Happens: it comes out as ordinary text, without a message.
# Hurts: a press office that hides a remark in the Word file instead of deleting it publishes the remark.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages mammoth@1.13.0
write_docx "$folder/communique.docx" '<w:p>
  <w:r><w:t>Cent postes sont ouverts</w:t></w:r>
  <w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> (à confirmer par le cabinet)</w:t></w:r>
  <w:r><w:t>.</w:t></w:r></w:p>'
seen=$(run_node <<'JS'
import mammoth from 'mammoth';
const result = await mammoth.convertToHtml({path: 'communique.docx'});
console.log(`${result.value} (${result.messages.length} messages)`);
JS
)
verdict '<p>Cent postes sont ouverts.</p> (0 messages)' \
  '<p>Cent postes sont ouverts (à confirmer par le cabinet).</p> (0 messages)' "$seen"
