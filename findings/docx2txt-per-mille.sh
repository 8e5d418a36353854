#!/usr/bin/env bash
# docx2txt 1.4 (Debian 12) makes a per cent of a per mille.
#
# Expected: its output is UTF-8 and keeps é and ², so ‰ stays ‰.
# Happens: a table of substitutes for plain ASCII is always applied, and in it ‰ is "%.". « 12 ‰ » reads « 12 %. »,
#   a per cent at a sentence's end.
# Hurts: a birth rate or a tax rate is published ten times too high, in a form that no proofreader stumbles over.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs perl unzip
debian_packages docx2txt=1.4-5
write_docx "$folder/taux.docx" '<w:p><w:r><w:t>La natalité est passée à 12 ‰</w:t></w:r></w:p>'
seen=$(perl "$debian_root/usr/bin/docx2txt" "$folder/taux.docx" - | tr -d '\n')
verdict 'La natalité est passée à 12 ‰' 'La natalité est passée à 12 %.' "$seen"
