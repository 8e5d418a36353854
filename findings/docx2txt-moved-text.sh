#!/usr/bin/env bash
# docx2txt 1.4 (Debian 12) writes moved text twice.
#
# Expected: with tracked changes the text comes out as Word would after accepting them: docx2txt drops what was
#   deleted and keeps what was inserted, so what was moved should stand at its new place.
# Happens: a move is stored as <w:moveFrom> and <w:moveTo>, and both are printed.
# Hurts: a release that was proofread with tracked changes says a sentence twice, once where it was taken out.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs perl unzip
debian_packages docx2txt=1.4-5
write_docx "$folder/communique.docx" '<w:p><w:r><w:t>Un.</w:t></w:r>
  <w:moveFrom w:id="1" w:author="Relecture"><w:r><w:t xml:space="preserve"> Déplacé.</w:t></w:r></w:moveFrom>
  <w:r><w:t xml:space="preserve"> Deux.</w:t></w:r>
  <w:moveTo w:id="2" w:author="Relecture"><w:r><w:t xml:space="preserve"> Déplacé.</w:t></w:r></w:moveTo></w:p>'
seen=$(perl "$debian_root/usr/bin/docx2txt" "$folder/communique.docx" - | tr -s ' \n' ' ' | sed 's/^ //; s/ $//')
verdict 'Un. Deux. Déplacé.' 'Un. Déplacé. Deux. Déplacé.' "$seen"
