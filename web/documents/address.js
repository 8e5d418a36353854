/**
 * Share links in the page's address: the draft lies behind the `#`, which browsers send to no server.
 *
 * The program finds the draft in the address (share::decode_fragment); here is only whether there is one to look for.
 */

/**
 * Mail gateways turn the `#` into `%23`, some of them twice or more. Browsers then do send what follows: it comes back in
 * the path or the query.
 */
const ESCAPED_MARK = /%(?:25)*23/;
/** What a fragment begins with, behind its mark; a gateway may have left out the `#` of `?#`. */
const LINK = /(?:#|%(?:25)*23)\d|\?\d[\w-]{10}/;

/** What is left of a link whose fragment was taken away: nobody else's address ends so. */
const EMPTIED = /\?#?$/;

/** The page's address if it may be a share link, or undefined: `#contenu` is none. */
export function shareLink() {
  return LINK.test(location.href) || EMPTIED.test(location.href) ? location.href : undefined;
}

/** The page's address without fragment and query. */
function base() {
  return location.pathname.split(ESCAPED_MARK)[0];
}

/** Takes the fragment out of the address, so that a reload keeps the edited draft. */
export function clearFragment() {
  history.replaceState(null, "", base());
}

/**
 * What the fragment of a draft follows in the address that opens it. The empty query keeps the page in reach when a gateway
 * escapes the `#`.
 */
export function shareAddress() {
  return `${location.origin}${base()}?#`;
}

/**
 * Where a link leads whose `#` came to lie in the path, as an address that no server sees the draft of; undefined when this
 * is none.
 */
export function addressOfEscapedLink() {
  const mark = ESCAPED_MARK.exec(location.pathname);
  if (!mark) return undefined;
  const { href } = location;
  return shareAddress() + href.slice(href.indexOf(mark[0]) + mark[0].length);
}

/** @param {(link: string) => void} opened called when a link is opened in this tab */
export function followShareLinks(opened) {
  addEventListener("hashchange", () => {
    const link = shareLink();
    if (link !== undefined) opened(link);
  });
}
