/**
 * Share links in the page's address: the draft lies behind the `#`, which browsers send to no server.
 */

/** Mail gateways turn the `#` into `%23`, which browsers then do send: it comes back in the path or the query. */
const ESCAPED_HASH = "%23";

/** The fragment of the page's address without its `#`, or undefined when there is none. */
export function fragment() {
  const { href } = location;
  const hash = href.indexOf("#");
  if (hash >= 0) return href.slice(hash + 1) || undefined;
  const escaped = href.indexOf(ESCAPED_HASH);
  return escaped >= 0 ? href.slice(escaped + ESCAPED_HASH.length) || undefined : undefined;
}

/** The page's address without fragment and query. */
function base() {
  const path = location.pathname;
  const escaped = path.indexOf(ESCAPED_HASH);
  return escaped >= 0 ? path.slice(0, escaped) : path;
}

/** Takes the fragment out of the address, so that a reload keeps the edited draft. */
export function clearFragment() {
  history.replaceState(null, "", base());
}

/**
 * The address that opens a draft. The empty query keeps the page in reach when a gateway escapes the `#`.
 * @param {string} fragment
 */
export function linkOf(fragment) {
  return `${location.origin}${base()}?#${fragment}`;
}

/** @param {(fragment: string) => void} opened called when a link is opened in this tab */
export function followFragment(opened) {
  addEventListener("hashchange", () => {
    const now = fragment();
    if (now !== undefined) opened(now);
  });
}
