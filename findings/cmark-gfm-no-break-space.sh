#!/usr/bin/env bash
# cmark-gfm 0.29.0.gfm.6 (Debian 12) takes the no-break space after a bare address into the link.
#
# Expected: an address ends at white space, and in French the sign that follows it (: ; ! ? ») has a no-break space
#   before it. markdown-it, marked and remark-gfm end the address there.
# Happens: only ASCII blanks end it: the link leads to a host whose name ends with U+00A0.
# Hurts: the more carefully a release is typeset, the more of its links are dead.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

debian_packages cmark-gfm=0.29.0.gfm.6-6 libcmark-gfm0.29.0.gfm.6=0.29.0.gfm.6-6 \
  libcmark-gfm-extensions0.29.0.gfm.6=0.29.0.gfm.6-6
seen=$(printf 'Voir https://presse.example\u00a0: le dossier\n' | "$debian_root/usr/bin/cmark-gfm" -e autolink |
  sed 's/.*href="\([^"]*\)".*/\1/')
verdict 'https://presse.example' 'https://presse.example%C2%A0' "$seen"
