// Other renderers on the same documents as tests/bench/bench.cc, for `./dev bench`: markdown-it and commonmark.js.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = process.env.DEPECHE_SHARED ?? join(root, '../shared');
const files = process.argv.length > 2
  ? process.argv.slice(2)
  : [join(root, 'assets/sample-release.md'), join(shared, 'seed/communique-eig.md'), join(shared, 'corpus/1mb.md')];

/** @param {() => void} work */
function medianMilliseconds(work) {
  const runs = [];
  let total = 0;
  while (runs.length < 7 || total < 350) {
    const start = performance.now();
    work();
    runs.push(performance.now() - start);
    total += runs[runs.length - 1];
  }
  return runs.sort((a, b) => a - b)[runs.length >> 1];
}

for (const file of files.filter(existsSync)) {
  const body = readFileSync(file, 'utf8').replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '');
  const bytes = Buffer.byteLength(body);
  console.log(`${basename(file)}: body ${bytes} bytes`);
  const markdownIt = new MarkdownIt({ html: true });
  const parser = new Parser();
  const renderer = new HtmlRenderer();
  for (const [name, work] of /** @type {[string, () => void][]} */ ([
    ['markdown-it', () => markdownIt.render(body)],
    ['commonmark.js', () => renderer.render(parser.parse(body))],
  ])) {
    const time = medianMilliseconds(work);
    console.log(`  ${name.padEnd(34)} ${time.toFixed(3).padStart(9)} ms ${(bytes / time / 1e3).toFixed(1).padStart(9)} MB/s`);
  }
}
