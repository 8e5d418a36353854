#!/usr/bin/env bash
# html2text 2020.1.16 (Python, Debian 12) takes the accents off letters that are written as entities.
#
# Expected: &eacute; and é are the same letter, so both come out as é.
# Happens: é stays, &eacute; becomes e; &ccedil; becomes c, while the capital &Eacute; is kept. The option
#   unicode_snob turns it off.
# Hurts: older sites of ministries write entities throughout. « adopté » becomes « adopte », another word, and nothing
#   tells that a letter was touched, as other accents on the page survive.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

needs python3.11
debian_packages python3-html2text=2020.1.16-2
seen=$(PYTHONPATH=$debian_root/usr/lib/python3/dist-packages python3.11 - <<'PYTHON'
import html2text
print(html2text.html2text("<p>&Eacute;conomie : texte adopt&eacute;, texte adopté</p>").strip())
PYTHON
)
verdict 'Économie : texte adopté, texte adopté' 'Économie : texte adopte, texte adopté' "$seen"
