#!/usr/bin/env bash
# @mozilla/readability 0.6.0 (the reader view of Firefox) takes French class names for English ones.
#
# Expected: <div class="extrait"> and <div class="comment-postuler"> in the middle of an article are part of it.
# Happens: "extra" and "comment" are looked for anywhere in a class name, as signs of what does not belong to the
#   article. « extrait » (quotation) and « comment » (how) hold them: the parts are gone.
# Hurts: whoever reads a release in the reader view, often for its accessibility, misses how to apply.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

npm_packages @mozilla/readability@0.6.0 linkedom@0.18.12
seen=$(run_node <<'JS'
import {Readability} from '@mozilla/readability';
import {parseHTML} from 'linkedom';
const sentence = 'Le ministère ouvre cent postes pour la transformation numérique, dans toutes les régions. ';
const paragraph = `<p>${sentence.repeat(4)}</p>`;
function keeps(name) {
  const part = `<div class="${name}"><p>Repère : ${sentence.repeat(4)}</p></div>`;
  const article = `<article>${paragraph.repeat(2)}${part}${paragraph.repeat(2)}</article>`;
  const {document} = parseHTML(`<html><head><title>Cent postes</title></head><body>${article}</body></html>`);
  return new Readability(document).parse().textContent.includes('Repère');
}
const names = ['encadre', 'extrait', 'comment-postuler'];
console.log(names.map(name => `${name} ${keeps(name) ? 'kept' : 'dropped'}`).join(', '));
JS
)
verdict 'encadre kept, extrait kept, comment-postuler kept' \
  'encadre kept, extrait dropped, comment-postuler dropped' "$seen"
