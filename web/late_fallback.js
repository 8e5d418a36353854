/**
 * The plain field where the editor does not begin (web/late.js), in one file of its own: it is fetched only then.
 */
import { shareLink } from "./documents/address.js";
import { Drafts } from "./store/drafts.js";
import { showFallback } from "./fallback.js";
import { isSharedComputer } from "./host.js";

const isLinked = shareLink() !== undefined;
void showFallback("late", Drafts.open(isLinked, isSharedComputer() ? "tab" : "browser"), { isLinked });
