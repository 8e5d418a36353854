// Addresses inside other addresses. Mail gateways, mail programs and web services replace the links that pass
// through them by links to themselves that redirect: Safe Links of Microsoft, URL Defense of Proofpoint,
// google.com/url. Whoever copies such a link copies the wrapper too, with the reader's own mail address in it,
// and every click is counted.
//
// Only wrappers that hold the target in the address itself are known (the table in wrapped_url.cc). No server is
// asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche::html {

// The target of `url` once its wrappers are removed. None if `url` is not a wrapper, or does not hold a whole
// address of http or https. The result is safe by safe_link_url, and holds no character that would end it in
// Markdown, in HTML or in a YAML value: those are percent-encoded.
std::optional<std::string> unwrapped_url(std::string_view url);

// How many wrappers around each other are removed.
inline constexpr int kDeepestWrapper = 5;

struct WrappedUrl {
  Span span;  // of the text
  std::string target;
};

// The wrapped addresses of http and https in a text, in order. One whose end is uncertain is left out. Linear
// time.
std::vector<WrappedUrl> wrapped_urls(std::string_view text);

// `text` with each wrapped address replaced by its target.
std::string with_unwrapped_urls(std::string_view text);

// The host of an absolute URL of http or https, in lower case, without user and port; empty for any other URL.
std::string host_of(std::string_view url);

}  // namespace depeche::html
