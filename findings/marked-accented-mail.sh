#!/usr/bin/env bash
# marked 18.2.1 makes a link to someone else of an e-mail address with an accent.
#
# Expected: « hélène.martin@… » is linked whole, or, as the accent is most likely a slip, not at all.
# Happens: the address is looked for in ASCII and may begin in the middle of a word: what follows the last accent is
#   linked, a well-formed address of another mailbox.
# Hurts: on the page the words read as typed; a journalist who clicks writes to ne.martin@….
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages marked@18.2.1
seen=$(run_node <<'JS'
import {marked} from 'marked';
console.log(marked.parseInline('Contact : hélène.martin@presse.example'));
JS
)
verdict 'Contact : hélène.martin@presse.example' \
  'Contact : hélè<a href="mailto:ne.martin@presse.example">ne.martin@presse.example</a>' "$seen"
