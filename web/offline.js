/**
 * Whether the editor opens without a network, once it has been opened with one: web/service_worker.js keeps its files
 * (docs/decisions/0013-offline.md).
 */
import { forgetFiles } from "./store/forgetting.js";

/** Milliseconds after the start: the editor's own files come first. */
const REST = 3000;

/** A host that does not want it writes `no` into <meta name="depeche-offline">: what was kept goes. */
export function keepForOffline() {
  if (!("serviceWorker" in navigator)) return; // a page that is not served over HTTPS, some private windows
  const wanted = document.querySelector('meta[name="depeche-offline"]')?.getAttribute("content") !== "no";
  setTimeout(() => void (wanted ? keep() : forgetFiles()).catch(() => {}), REST); // the next visit tries again
}

async function keep() {
  await navigator.serviceWorker.register("service-worker.js");
}
