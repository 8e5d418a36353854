/** What scripts find on the page's window (web/program/scripting.js). */
interface Window {
  depeche: ReturnType<typeof import("./program/scripting.js").scripting>;
}

/** The names of the bundle's files that carry a hash, in web/service_worker.js; cmake/bundle/bundle.mjs puts them there. */
declare const BUNDLE: readonly string[];

/** The name of web/late_fallback.js in the bundle, in web/late.js. */
declare const LATE_FALLBACK: string;

/** The name of web/store/draft_worker.js in the bundle, in web/store/draft_writer.js. */
declare const DRAFT_WORKER: string;
