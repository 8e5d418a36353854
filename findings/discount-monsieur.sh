#!/usr/bin/env bash
# Discount 2.2.7 (Markdown in C, Debian 12) makes a list of a sentence that begins with « M. ».
#
# Expected: « M. Dupont est nommé préfet. » is a paragraph, as the lists of Markdown begin with a digit, a star, a
#   dash or a plus.
# Happens: one letter, a full stop and a blank begin a lettered list; « M. » is its mark and goes.
# Hurts: on the page the man has lost his title, and his appointment is item a of a list of one.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

debian_packages discount=2.2.7-2 libmarkdown2=2.2.7-2
seen=$(printf 'M. Dupont est nommé préfet.\n' | "$debian_root/usr/bin/markdown" | tr -s '\n' ' ' | sed 's/ $//')
verdict '<p>M. Dupont est nommé préfet.</p>' '<ol type="a"> <li>Dupont est nommé préfet.</li> </ol>' "$seen"
