// Which URLs a stranger's draft may contain, judged as browsers read them: section "URL parsing" of the URL
// standard (control characters and spaces at the ends, and tabs and newlines anywhere, are ignored).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche::html {

// The URL without the characters that browsers ignore, if a link may lead there: http, https, mailto, tel, or
// relative (`/uploads/x.pdf`, `#note`, `//host/path`). None for anything else: javascript:, data:, file:, an
// unknown scheme.
std::optional<std::string> safe_link_url(std::string_view url);

// Likewise for an image: http, https, relative, or data: of PNG, JPEG, GIF or WebP.
std::optional<std::string> safe_image_url(std::string_view url);

}  // namespace depeche::html
