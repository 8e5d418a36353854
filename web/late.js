/**
 * What the page does when the editor does not begin: a file that did not come, a proxy that holds scripts back, an old browser.
 * A script of its own, in the language of old browsers, so that it runs where web/main.js does not. The style sheet shows the
 * plain field later still, where no script comes at all.
 */
(function () {
  /** Milliseconds after which nobody should wait any longer. */
  var LATE = 10000;
  var isFetched = false;

  /** Whether web/main.js has not begun. */
  function isWaiting() {
    return document.body !== null && document.body.className === "loading";
  }

  /** The field, with what lies in the store (web/late_fallback.js). */
  function show() {
    if (isFetched || !isWaiting()) return;
    isFetched = true;
    var script = document.createElement("script");
    script.src = LATE_FALLBACK;
    script.onload = script.onerror = showAlone; // it did not come, or the browser cannot read it
    document.head.appendChild(script);
  }

  /** The field alone: what is written there is not kept, as it says. */
  function showAlone() {
    var field = document.getElementById("fallback");
    if (!field || !isWaiting()) return;
    document.body.className = "fallback";
    field.hidden = false;
  }

  // A module runs before the first of these. If it has not, it failed, or the browser knows no modules.
  document.addEventListener("DOMContentLoaded", show);
  addEventListener("load", show);
  if (document.readyState === "complete") show();
  setTimeout(show, LATE);
})();
