/** What scripts find on the page's window (web/scripting.js). */
interface Window {
  depeche: ReturnType<typeof import("./scripting.js").scripting>;
}
