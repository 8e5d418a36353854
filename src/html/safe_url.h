// Which URLs a stranger's draft may carry, judged as browsers read them: section "URL parsing" of the URL
// standard (controls and spaces at the ends, tabs and newlines anywhere, do not count).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche::html {

// The URL without the characters that browsers pass over, if a link may lead there: http, https, mailto, tel,
// or relative (`/uploads/x.pdf`, `#note`, `//host/path`). None otherwise: javascript:, data:, file:, an
// unknown scheme.
std::optional<std::string> safe_link_url(std::string_view url);

// Likewise for an image: http, https, relative, or data: of PNG, JPEG, GIF or WebP.
std::optional<std::string> safe_image_url(std::string_view url);

}  // namespace depeche::html
