/**
 * The page when the program can't run: what is missing, and the draft in a plain field, to edit and to keep.
 */
import { newestDraft } from "./drafts.js";

/**
 * @param {"browser" | "network" | "stopped"} reason why: too old a browser, a file that did not come, an error
 * @param {{ name: string, text: string }} [draft] as far as the program still has it
 */
export async function showFallback(reason, draft) {
  const section = /** @type {HTMLElement} */ (document.getElementById("fallback"));
  const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("fallback-text"));
  const save = /** @type {HTMLButtonElement} */ (document.getElementById("fallback-save"));
  if (document.body.className === "fallback") return;
  document.body.className = "fallback";
  for (const paragraph of section.querySelectorAll("[data-reason]")) {
    /** @type {HTMLElement} */ (paragraph).hidden = paragraph.getAttribute("data-reason") !== reason;
  }
  const stored = draft ? undefined : await newestDraft();
  const name = draft?.name ?? stored?.name ?? "communique.md";
  field.value = draft?.text ?? (stored ? new TextDecoder().decode(stored.bytes) : "");
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([field.value], { type: "text/markdown;charset=utf-8" }));
    link.download = name;
    link.click();
  });
  section.hidden = false; // once the draft is in it: nothing may come over what a person types there
}
