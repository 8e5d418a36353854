/** What tests/bench/codemirror/page.js puts on its window, and typing.mjs on any: the document to open. */
interface Window {
  essay: { text: string; bytes: Uint8Array };
  bench: { open(text: string): void; text(): string; goToMiddle(): void };
}

/** As much of it as the bench uses; the package brings no types. */
declare module "commonmark" {
  export class Parser {
    parse(text: string): object;
  }
  export class HtmlRenderer {
    render(tree: object): string;
  }
}
