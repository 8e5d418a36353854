#include "html/wrapped_url.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "html/safe_url.h"

namespace depeche::html {
namespace {

// The value of a digit of base64, in either of its alphabets, or -1.
int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

// An address taken apart; views into it.
struct Address {
  std::string host;  // in lower case
  std::string_view path;
  std::string_view query;  // without "?" and fragment
};

// The length of "https://", or of "http://", at the start of a text; 0 for neither.
std::size_t scheme_size(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.size() > scheme.size() && in_lower_case(text.substr(0, scheme.size())) == scheme)
      return scheme.size();
  }
  return 0;
}

// Nothing for an address with a user or a port: no wrapper has any.
std::optional<Address> parts_of(std::string_view url) {
  const std::size_t scheme = scheme_size(url);
  if (scheme == 0) return std::nullopt;
  url = url.substr(scheme, url.find('#') - scheme);
  const std::size_t host_end = std::min(url.find_first_of("/?\\"), url.size());
  Address address{.host = in_lower_case(url.substr(0, host_end)), .path = {}, .query = {}};
  if (address.host.empty() || address.host.find_first_of("@:") != std::string::npos) return std::nullopt;
  const std::size_t path_end = std::min(url.find('?', host_end), url.size());
  address.path = url.substr(host_end, path_end - host_end);
  if (path_end < url.size()) address.query = url.substr(path_end + 1);
  return address;
}

// The value of `name` in a query, as it is written there; empty when it is not there.
std::string_view parameter(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    std::string_view part = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (part.starts_with("amp;")) part.remove_prefix(4);  // of an address that was escaped for HTML once more
    if (part.size() > name.size() && part[name.size()] == '=' && part.starts_with(name))
      return part.substr(name.size() + 1);
  }
  return {};
}

// How a wrapper writes its target.
using Decode = std::optional<std::string> (*)(std::string_view written);

// A plus stays, since most wrappers do not write blanks so.
std::optional<std::string> percent(std::string_view written) {
  return percent_decoded(written);
}

// URL Defense, version 2: `-3A` for a colon, an underscore for a slash.
std::optional<std::string> defense_2(std::string_view written) {
  std::string url(written);
  std::ranges::replace(url, '_', '/');
  std::ranges::replace(url, '-', '%');
  return percent_decoded(url);
}

std::optional<std::string> base64(std::string_view written) {
  std::optional<std::string> plain = percent_decoded(written);
  while (plain->ends_with('=')) plain->pop_back();
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : *plain) {
    const int digit = base64_digit(c);
    if (digit < 0) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>(bits >> count & 0xFFU));
  }
  return bytes;
}

// URL Defense, version 3: `/v3/__https://…*…__;4oCm!!…`. What is no plain ASCII is a star in the address, and
// stands in base64 behind it, in order; two stars and a digit of base64 are a run of so many and two more.
std::optional<std::string> defense_3(std::string_view path) {
  constexpr std::string_view kBegin = "/v3/__";
  constexpr std::string_view kEnd = "__;";
  constexpr int kShortestRun = 2;
  const std::size_t end = path.rfind(kEnd);
  if (!path.starts_with(kBegin) || end == std::string_view::npos || end < kBegin.size()) return std::nullopt;
  std::string_view written = path.substr(kBegin.size(), end - kBegin.size());
  std::string_view coded = path.substr(end + kEnd.size());
  const std::size_t coded_end = coded.find('!');
  if (coded_end == std::string_view::npos) return std::nullopt;
  const std::optional<std::string> taken = base64(coded.substr(0, coded_end));
  if (!taken || !is_valid_utf8(*taken)) return std::nullopt;

  std::string target;
  std::size_t next = 0;  // in `taken`
  while (!written.empty()) {
    const char sign = written.front();
    written.remove_prefix(1);
    if (sign != '*') {
      target.push_back(sign);
      continue;
    }
    int count = 1;
    if (written.size() >= 2 && written[0] == '*' && base64_digit(written[1]) >= 0) {
      count = base64_digit(written[1]) + kShortestRun;
      written.remove_prefix(2);
    }
    for (; count > 0; --count) {
      if (next == taken->size()) return std::nullopt;
      const std::size_t begin = next;
      next = next_code_point(*taken, begin);
      target.append(*taken, begin, next - begin);
    }
  }
  if (next != taken->size()) return std::nullopt;
  // Some gateways make one slash of two.
  for (const std::string_view scheme : {"https:/", "http:/"}) {
    if (target.starts_with(scheme) && target.size() > scheme.size() && target[scheme.size()] != '/')
      target.insert(scheme.size(), 1, '/');
  }
  return target;
}

struct Wrapper {
  // A host, or with a dot in front all hosts below it.
  std::string_view host;
  // A path, or with a star in front what paths end in, behind what they begin with; empty: any.
  std::string_view path;
  // Of the query; empty: the target stands in the path.
  std::string_view parameter;
  Decode decode;
};

// The hosts of Google are is_google's.
constexpr std::string_view kGoogle = "google";

constexpr Wrapper kWrappers[] = {
    {kGoogle, "/url", "q", percent},
    {kGoogle, "/url", "url", percent},
    {"www.youtube.com", "/redirect", "q", percent},
    // Microsoft: Safe Links, and its pages in Outlook and Teams
    {".safelinks.protection.outlook.com", "", "url", percent},
    {".safelinks.protection.office365.us", "", "url", percent},
    {".safelinks.protection.partner.outlook.cn", "", "url", percent},
    {"outlook.office.com", "*/safelink.html", "url", percent},
    {"outlook.office365.com", "*/safelink.html", "url", percent},
    {"outlook.live.com", "*/safelink.html", "url", percent},
    {"outlook.cloud.microsoft", "*/safelink.html", "url", percent},
    {"statics.teams.cdn.office.net", "*safelinks.html", "url", percent},
    {"statics.teams.microsoft.com", "*safelinks.html", "url", percent},
    // Other gateways
    {"urldefense.proofpoint.com", "/v1/url", "u", percent},
    {"urldefense.proofpoint.com", "/v2/url", "u", defense_2},
    {"urldefense.proofpoint.com", "/v3/*", "", defense_3},
    {"urldefense.com", "/v3/*", "", defense_3},
    {"urldefense.us", "/v3/*", "", defense_3},
    {"linkprotect.cudasvc.com", "/url", "a", percent},
    {"protect2.fireeye.com", "*/url", "u", percent},
    {".protection.sophos.com", "", "u", base64},
    // Social networks and chats
    {"l.facebook.com", "/l.php", "u", percent},
    {"lm.facebook.com", "/l.php", "u", percent},
    {"l.messenger.com", "/l.php", "u", percent},
    {"l.instagram.com", "", "u", percent},
    {"l.threads.com", "", "u", percent},
    {"l.threads.net", "", "u", percent},
    {"www.linkedin.com", "/redir/redirect", "url", percent},
    {"www.linkedin.com", "/safety/go", "url", percent},
    {"slack-redir.net", "/link", "url", percent},
};

// google.fr, www.google.co.uk: with nothing but the ending of a country.
bool is_google(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  if (!host.starts_with("google.")) return false;
  host.remove_prefix(7);
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::size_t dot = std::min(host.find('.'), host.size());
  const std::string_view first = host.substr(0, dot);
  const std::string_view second = dot < host.size() ? host.substr(dot + 1) : std::string_view();
  if (!std::ranges::all_of(first, is_letter) || !std::ranges::all_of(second, is_letter)) return false;
  if (dot == host.size()) return first == "com" || first == "cat" || first.size() == 2;
  return (first == "com" || first == "co") && second.size() == 2;
}

bool fits_host(std::string_view pattern, std::string_view host) {
  if (pattern == kGoogle) return is_google(host);
  return pattern.starts_with('.') ? host.ends_with(pattern) : host == pattern;
}

bool fits_path(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return true;
  if (pattern.starts_with('*')) return path.ends_with(pattern.substr(1));
  if (pattern.ends_with('*')) return path.starts_with(pattern.substr(0, pattern.size() - 1));
  return path == pattern;
}

// Whether the semicolon that comes next would make a character reference: `&copy;`.
bool ends_reference(std::string_view before) {
  constexpr std::size_t kLongest = 32;
  std::size_t size = 0;
  while (!before.empty() && size++ < kLongest && (base64_digit(before.back()) >= 0 || before.back() == '#'))
    before.remove_suffix(1);
  return before.ends_with('&');
}

// Blanks beyond ASCII, and characters that show nothing or change the direction of what follows: an address must
// not end at one, nor look like another.
bool is_unseen(char32_t c) {
  return c == 0xA0 || c == 0x61C || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

bool is_alphanumeric(char c) {
  const char lower = to_lower(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
}

// Whether the character at `at` would mean something to Markdown, HTML or YAML where the address stands alone.
bool means_something(std::string_view url, std::size_t at, std::string_view written) {
  constexpr ByteSet kAlways(" \"'()<>[]\\^`{|}*");
  const char c = url[at];
  const char before = at > 0 ? url[at - 1] : '\0';
  const char after = at + 1 < url.size() ? url[at + 1] : '\0';
  switch (c) {
    case '_':  // begins emphasis, but behind a letter
      return !is_alphanumeric(before);
    case '~':
    case '$':  // `~~struck~~`, `$$formula$$`
      return c == before || c == after;
    case ':':  // would make a key of the address
      return after == '\0';
    case ';':
      return ends_reference(written);
    default:
      return kAlways.contains(c);
  }
}

// A whole address with a host that can be one, ready to be written down; nothing for any other text.
std::optional<std::string> checked(std::string_view decoded) {
  // A backslash is a slash to browsers, but not once it is encoded: the host would be another.
  if (!is_valid_utf8(decoded) || decoded.find_first_of(std::string_view("\0\\", 2)) != std::string_view::npos)
    return std::nullopt;
  const std::optional<std::string> safe = safe_link_url(decoded);
  if (!safe) return std::nullopt;
  const std::string host = host_of(*safe);
  const auto is_of_host = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (host.empty() || !std::ranges::all_of(host, is_of_host)) return std::nullopt;
  const std::size_t end_of_host = std::min(safe->find_first_of("/?#", safe->find("//") + 2), safe->size());
  std::string url;
  for (std::size_t at = 0; at < safe->size();) {
    const auto [code_point, size, is_valid] = decode_utf8(*safe, at);
    const bool is_encoded = code_point <= 0x20 || code_point == 0x7F || is_unseen(code_point) ||
                            (size == 1 && means_something(*safe, at, url));
    if (is_encoded && at < end_of_host) return std::nullopt;
    for (const std::size_t end = at + size; at < end; ++at) {
      if (is_encoded)
        append_percent_encoded(url, (*safe)[at]);
      else
        url.push_back((*safe)[at]);
    }
  }
  return url;
}

std::optional<std::string> without_one_wrapper(std::string_view url) {
  const std::optional<Address> address = parts_of(url);
  if (!address) return std::nullopt;
  for (const Wrapper& wrapper : kWrappers) {
    if (!fits_host(wrapper.host, address->host) || !fits_path(wrapper.path, address->path)) continue;
    // A target in the path may have a query.
    const std::string_view written =
        wrapper.parameter.empty() ? url.substr(static_cast<std::size_t>(address->path.data() - url.data()))
                                  : parameter(address->query, wrapper.parameter);
    if (written.empty()) continue;
    const std::optional<std::string> decoded = wrapper.decode(written);
    if (!decoded) continue;
    if (std::optional<std::string> target = checked(*decoded)) return target;
  }
  return std::nullopt;
}

// Where the address that begins at `begin` ends. A bracket or an apostrophe that was opened before it is not
// its own, nor is punctuation that closes a sentence, nor the marks of emphasis around it.
std::size_t url_end(std::string_view text, std::size_t begin) {
  static constexpr ByteSet kSigns = [] {
    ByteSet signs(" \t\r\n\f\v\"'<>()[]`\\");
    signs.insert('\0');
    return signs;
  }();
  const char before = begin > 0 ? text[begin - 1] : ' ';
  int round = 0;
  int square = 0;
  std::size_t end = kSigns.next_in(text, begin);
  for (; end < text.size(); end = kSigns.next_in(text, end + 1)) {
    const char sign = text[end];
    if (sign == '(') ++round;
    if (sign == '[') ++square;
    const bool goes_on = sign == '(' || sign == '[' || (sign == ')' && round-- > 0) ||
                         (sign == ']' && square-- > 0) || (sign == '\'' && before != '\'');
    if (!goes_on) break;
  }
  for (const std::string_view sign : {"\u00A0", "\u202F", "»", "”"})
    end = std::min(end, text.substr(0, end).find(sign, begin));
  const auto is_after = [&](char c) {
    return std::string_view(".,;:!?*'").find(c) != std::string_view::npos ||
           ((c == '_' || c == '~') && c == before);
  };
  while (end > begin && is_after(text[end - 1])) --end;
  return end;
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t scheme = scheme_size(url);
  if (scheme == 0) return "";
  url.remove_prefix(scheme);
  std::string_view host = url.substr(0, url.find_first_of("/?#\\"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  return in_lower_case(host.substr(0, host.find(':')));
}

std::optional<std::string> unwrapped_url(std::string_view url) {
  std::optional<std::string> target = without_one_wrapper(url);
  for (int depth = 1; target && depth < kDeepestWrapper; ++depth) {
    std::optional<std::string> inner = without_one_wrapper(*target);
    if (!inner) break;
    target = std::move(inner);
  }
  return target;
}

std::vector<WrappedUrl> wrapped_urls(std::string_view text) {
  std::vector<WrappedUrl> found;
  constexpr std::string_view kSign = "://";
  for (std::size_t sign = text.find(kSign); sign != std::string_view::npos; sign = text.find(kSign, sign)) {
    std::size_t begin = sign;
    while (begin > 0 && sign - begin < 5 && to_lower(text[begin - 1]) >= 'a' &&
           to_lower(text[begin - 1]) <= 'z')
      --begin;
    if (scheme_size(text.substr(begin)) == 0) {
      sign += kSign.size();
      continue;
    }
    const std::size_t end = url_end(text, begin);
    // A backslash may be Markdown's, before a sign of the address: where that ends is not sure.
    const bool is_whole = end == text.size() || text[end] != '\\';
    std::optional<std::string> target = unwrapped_url(text.substr(begin, end - begin));
    if (target && is_whole)
      found.push_back({{static_cast<Offset>(begin), static_cast<Offset>(end)}, *std::move(target)});
    sign = std::max(end, sign + kSign.size());
  }
  return found;
}

std::string with_unwrapped_urls(std::string_view text) {
  std::string unwrapped;
  std::size_t done = 0;
  for (const WrappedUrl& url : wrapped_urls(text)) {
    unwrapped += text.substr(done, url.span.begin - done);
    unwrapped += url.target;
    done = url.span.end;
  }
  return unwrapped.append(text.substr(done));
}

}  // namespace depeche::html
