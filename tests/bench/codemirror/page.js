/**
 * What the bench compares the editor with: a page of CodeMirror 6 (its basic setup, Markdown, soft wrap) with a
 * preview by markdown-it. The preview is rendered at each change, or, with ?debounce=MS, when typing rests so long.
 */
import { markdown } from "@codemirror/lang-markdown";
import { EditorView, basicSetup } from "codemirror";
import MarkdownIt from "markdown-it";

const markdownIt = new MarkdownIt({ html: true, typographer: true });
const preview = /** @type {HTMLElement} */ (document.getElementById("preview"));
const rest = Number(new URLSearchParams(location.search).get("debounce") ?? 0);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} text */
function render(text) {
  preview.innerHTML = markdownIt.render(text);
}

const followPreview = EditorView.updateListener.of((update) => {
  if (!update.docChanged) return;
  clearTimeout(timer);
  if (rest > 0) timer = setTimeout(() => render(update.state.doc.toString()), rest);
  else render(update.state.doc.toString());
});

const view = new EditorView({
  parent: /** @type {HTMLElement} */ (document.getElementById("source")),
  extensions: [basicSetup, markdown(), EditorView.lineWrapping, followPreview],
});

Object.assign(window, {
  bench: {
    /** @param {string} text */
    open(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      clearTimeout(timer);
      render(text);
    },
    text: () => view.state.doc.toString(),
    goToMiddle() {
      const line = view.state.doc.lineAt(Math.floor(view.state.doc.length / 2));
      view.dispatch({ selection: { anchor: line.to }, effects: EditorView.scrollIntoView(line.to, { y: "center" }) });
      view.focus();
    },
  },
});
