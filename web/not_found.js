/**
 * The page that a host shows for an address that it has nothing for (404.html). A share link whose `#` a mail gateway has
 * escaped may lead here: then on to the editor, with the draft behind a `#` again.
 */
import { addressOfEscapedLink } from "./documents/address.js";

const address = addressOfEscapedLink();
if (address !== undefined) location.replace(address);
