/**
 * The page when the program can't run: what is missing, and the draft in a plain field, to edit and to keep.
 */
import { newestDraft } from "./draft_store.js";

/**
 * @param {"browser" | "network" | "stopped"} reason why: too old a browser, a file that did not come, an error
 * @param {{ name: string, bytes: Uint8Array }} [running] the draft, as far as the program still has it
 */
export async function showFallback(reason, running) {
  const section = /** @type {HTMLElement} */ (document.getElementById("fallback"));
  const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("fallback-text"));
  const save = /** @type {HTMLButtonElement} */ (document.getElementById("fallback-save"));
  if (document.body.className === "fallback") return;
  document.body.className = "fallback";
  for (const paragraph of section.querySelectorAll("[data-reason]")) {
    /** @type {HTMLElement} */ (paragraph).hidden = paragraph.getAttribute("data-reason") !== reason;
  }
  const draft = running?.bytes.length ? running : await newestDraft();
  field.value = new TextDecoder().decode(draft?.bytes);
  const shown = field.value;
  save.addEventListener("click", () => {
    const isEdited = !draft || field.value !== shown; // else its bytes: the field keeps no line end but LF
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([isEdited ? field.value : Uint8Array.from(draft.bytes)], { type: "text/markdown;charset=utf-8" }),
    );
    link.download = draft?.name ?? "communique.md";
    link.click();
  });
  section.hidden = false; // once the draft is in it: nothing may come over what a person types there
}
