/** What tests/bench/codemirror/page.js puts on its window. */
interface Window {
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
