#!/usr/bin/env bash
# python-docx 0.8.11 (Debian 12): the text of a paragraph is without its links.
#
# Expected: paragraph.text is all the words of the paragraph.
# Happens: it is the words of the runs directly below it; those inside a link are not among them, nor is a gap left
#   by which one would notice.
# Hurts: in a contact paragraph the address to write to is what goes, since Word makes links of addresses by itself.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs python3.11
debian_packages python3-docx=0.8.11+dfsg1-5 python3-lxml=4.9.2-1+deb12u1 libxml2=2.9.14+dfsg-1.3~deb12u6 \
  libxslt1.1=1.1.35-1+deb12u4
write_docx "$folder/contact.docx" '<w:p>
  <w:r><w:t xml:space="preserve">Contact presse : </w:t></w:r>
  <w:hyperlink w:anchor="presse"><w:r><w:t>presse@ministere.example</w:t></w:r></w:hyperlink>
  <w:r><w:t>.</w:t></w:r></w:p>'
seen=$(PYTHONPATH=$debian_root/usr/lib/python3/dist-packages python3.11 - "$folder/contact.docx" <<'PYTHON'
import sys
import docx
print(docx.Document(sys.argv[1]).paragraphs[0].text)
PYTHON
)
verdict 'Contact presse : presse@ministere.example.' 'Contact presse : .' "$seen"
