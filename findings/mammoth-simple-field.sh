#!/usr/bin/env bash
# mammoth 1.13.0 (Word to HTML) drops the text of a simple field.
#
# Expected: the words that Word shows for a field (a date, a property of the document) are text, however the field
#   is stored; mammoth keeps them when the same field is stored with begin and end marks (<w:fldChar>).
# Happens: <w:fldSimple> goes with the words inside it; a warning among the messages is all.
# Hurts: "Paris, le 9 septembre 2018" loses its date, and the sentence still looks whole.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages mammoth@1.13.0
write_docx "$folder/communique.docx" '<w:p>
  <w:r><w:t xml:space="preserve">Paris, le </w:t></w:r>
  <w:fldSimple w:instr="SAVEDATE"><w:r><w:t>9 septembre 2018</w:t></w:r></w:fldSimple>
  <w:r><w:t>.</w:t></w:r></w:p><w:p>
  <w:r><w:t xml:space="preserve">Paris, le </w:t></w:r>
  <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SAVEDATE</w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9 septembre 2018</w:t></w:r>
  <w:r><w:fldChar w:fldCharType="end"/></w:r>
  <w:r><w:t>.</w:t></w:r></w:p>'
seen=$(run_node <<'JS'
import mammoth from 'mammoth';
const result = await mammoth.convertToHtml({path: 'communique.docx'});
console.log(result.value);
JS
)
verdict '<p>Paris, le 9 septembre 2018.</p><p>Paris, le 9 septembre 2018.</p>' \
  '<p>Paris, le .</p><p>Paris, le 9 septembre 2018.</p>' "$seen"
