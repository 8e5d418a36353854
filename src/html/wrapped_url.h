// Addresses inside other addresses. Mail gateways, mail programs and web services replace the links that pass
// through them by links to themselves that lead on: Safe Links of Microsoft, URL Defense of Proofpoint,
// google.com/url. Whoever copies such a link carries the wrapper along, with the reader's own mail address in
// it, and every click is counted.
//
// Only wrappers whose target stands in the address itself are known (the table in wrapped_url.cc); none is
// asked for on a network.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche::html {

// Where `url` leads once all wrappers are off, or nothing if it is no wrapper's, or if what it holds is no
// whole address of http or https. The result is safe by safe_link_url, and holds no character that would end
// it in Markdown, in HTML or in a YAML value: those are percent-encoded.
std::optional<std::string> unwrapped_url(std::string_view url);

// Wrappers inside wrappers are taken off up to so many.
inline constexpr int kDeepestWrapper = 5;

struct WrappedUrl {
  Span span;  // of the text
  std::string target;
};

// The wrapped addresses of http and https that stand in a text, each as far as it surely reaches.
// Linear time.
std::vector<WrappedUrl> wrapped_urls(std::string_view text);

// `text` with the targets in their places.
std::string with_unwrapped_urls(std::string_view text);

// The host of an absolute URL of http or https in lower case, without user and port; empty for any other.
std::string host_of(std::string_view url);

}  // namespace depeche::html
