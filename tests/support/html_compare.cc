#include "tests/support/html_compare.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "html/character_reference.h"

namespace depeche {
namespace {

using Kind = HtmlToken::Kind;

constexpr std::string_view kSpaces = " \t\r\n\f";

bool is_space(char c) {
  return kSpaces.find(c) != std::string_view::npos;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return result;
}

bool is_block(const std::string& name) {
  static const std::set<std::string, std::less<>> kBlocks = {
      "address",    "article", "aside",    "audio",  "blockquote", "body",  "br",      "caption",
      "center",     "col",     "colgroup", "dd",     "details",    "div",   "dl",      "dt",
      "figcaption", "figure",  "footer",   "form",   "h1",         "h2",    "h3",      "h4",
      "h5",         "h6",      "header",   "hr",     "iframe",     "li",    "main",    "nav",
      "ol",         "p",       "pre",      "script", "section",    "style", "summary", "table",
      "tbody",      "td",      "tfoot",    "th",     "thead",      "tr",    "ul",      "video"};
  return kBlocks.contains(name);
}

bool is_void(const std::string& name) {
  static const std::set<std::string, std::less<>> kVoid = {
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"};
  return kVoid.contains(name);
}

// What stands between '&' and ';' as text; none when nobody knows it.
std::optional<std::string> resolved_reference(std::string_view name) {
  if (!name.starts_with('#')) return html::named_character_reference(name);
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (is_hexadecimal) name.remove_prefix(1);
  std::uint32_t code_point = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code_point, is_hexadecimal ? 16 : 10);
  if (name.empty() || error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  std::string text;
  append_utf8(text, code_point);
  return text;
}

std::string with_references_resolved(std::string_view text) {
  constexpr std::size_t kLongestName = 40;
  std::string result;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('&'), text.size());
    result.append(text.substr(0, begin));
    text.remove_prefix(begin);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, kLongestName).find(';');
    std::optional<std::string> resolved;
    if (end != std::string_view::npos) resolved = resolved_reference(text.substr(1, end - 1));
    result.append(resolved ? *resolved : "&");
    text.remove_prefix(resolved ? end + 1 : 1);
  }
  return result;
}

// Words parted by one space each.
std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const char shown = is_space(c) ? ' ' : c;
    if (shown != ' ' || result.empty() || result.back() != ' ') result += shown;
  }
  return result;
}

std::string_view without(std::string_view characters, std::string_view text) {
  const std::size_t begin = text.find_first_not_of(characters);
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(characters) - begin + 1);
}

std::string comparable_class(std::string_view value) {
  return std::string(without(" ", with_single_spaces(value)));
}

// Without spaces around ':' and ';', and without a ';' at the end.
std::string comparable_style(std::string_view value) {
  std::string result;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (is_space(value[at])) {
      const std::size_t next = std::min(value.find_first_not_of(kSpaces, at), value.size());
      const bool is_at_mark = (next < value.size() && (value[next] == ':' || value[next] == ';')) ||
                              (!result.empty() && (result.back() == ':' || result.back() == ';'));
      if (!is_at_mark) result.append(value.substr(at, next - at));
      at = next - 1;
    } else {
      result += value[at];
    }
  }
  while (result.ends_with(';')) result.pop_back();
  return result;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view html) : rest_(html) {}

  std::vector<HtmlToken> run() {
    while (!rest_.empty()) {
      if (take_markup()) continue;
      const std::size_t end = std::min(rest_.find('<', 1), rest_.size());
      add_text(with_references_resolved(rest_.substr(0, end)));
      rest_.remove_prefix(end);
    }
    return std::move(tokens_);
  }

 private:
  // A tag, comment or declaration at the beginning of what is left.
  bool take_markup() {
    if (rest_.size() < 2 || rest_[0] != '<') return false;
    if (rest_.starts_with("<!--")) return take_until("-->", 4);
    if (rest_.starts_with("<![CDATA[")) return take_until("]]>", 9);
    if (rest_[1] == '!' || rest_[1] == '?') return take_until(">", 2);
    if (rest_[1] == '/' && rest_.size() > 2 && is_letter(rest_[2])) return take_end_tag();
    return is_letter(rest_[1]) && take_start_tag();
  }

  bool take_until(std::string_view end_mark, std::size_t begin) {
    const std::size_t end = rest_.find(end_mark, begin);
    if (end == std::string_view::npos) return false;
    tokens_.push_back({Kind::kComment, std::string(without(kSpaces, rest_.substr(begin, end - begin)))});
    rest_.remove_prefix(end + end_mark.size());
    return true;
  }

  bool take_end_tag() {
    const std::size_t end = rest_.find('>');
    if (end == std::string_view::npos) return false;
    const std::string name = lower(without(kSpaces, rest_.substr(2, end - 2)));
    rest_.remove_prefix(end + 1);
    if (!is_void(name)) close(name);
    return true;
  }

  bool take_start_tag() {
    const std::string_view tag = rest_.substr(0, tag_size());
    if (tag.empty()) return false;
    rest_.remove_prefix(tag.size());
    std::string_view inside = tag.substr(1, tag.size() - 2);
    const bool is_self_closed = inside.ends_with('/');
    if (is_self_closed) inside.remove_suffix(1);
    HtmlToken token{Kind::kOpen, take_name(inside)};
    token.attributes = take_attributes(inside);
    const std::string name = token.value;
    tokens_.push_back(std::move(token));
    if (name == "pre") ++open_pre_;
    if (is_self_closed && !is_void(name)) {
      close(name);
    } else if (name == "script" || name == "style") {
      take_raw_text(name);
    }
    return true;
  }

  // Up to and with the '>' that is not inside quotes; 0 when there is none.
  std::size_t tag_size() const {
    char quote = 0;
    char before = 0;  // the last character that is no space
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return at + 1;
      } else if (before == '=' && (c == '"' || c == '\'')) {
        quote = c;
      }
      if (!is_space(c)) before = c;
    }
    return 0;
  }

  static std::string take_name(std::string_view& inside) {
    const std::size_t end = std::min(inside.find_first_of(" \t\r\n\f/"), inside.size());
    const std::string name = lower(inside.substr(0, end));
    inside.remove_prefix(end);
    return name;
  }

  // The first of two attributes with one name wins.
  static std::vector<std::string> take_attributes(std::string_view inside) {
    std::set<std::string> names;
    std::vector<std::string> attributes;
    while (true) {
      inside.remove_prefix(std::min(inside.find_first_not_of(" \t\r\n\f/"), inside.size()));
      if (inside.empty()) break;
      const std::size_t name_end = std::min(inside.find_first_of(" \t\r\n\f/=", 1), inside.size());
      const std::string name = lower(inside.substr(0, name_end));
      inside.remove_prefix(name_end);
      std::string value = take_value(inside);
      if (name == "class") value = comparable_class(value);
      if (name == "style") value = comparable_style(value);
      if (names.insert(name).second) attributes.push_back(name + "=\"" + value + "\"");
    }
    std::sort(attributes.begin(), attributes.end());
    return attributes;
  }

  static std::string take_value(std::string_view& inside) {
    const std::size_t equals = inside.find_first_not_of(kSpaces);
    if (equals == std::string_view::npos || inside[equals] != '=') return "";
    inside.remove_prefix(std::min(inside.find_first_not_of(kSpaces, equals + 1), inside.size()));
    const bool is_quoted = inside.starts_with('"') || inside.starts_with('\'');
    const std::size_t begin = is_quoted ? 1 : 0;
    const std::size_t end =
        std::min(is_quoted ? inside.find(inside[0], 1) : inside.find_first_of(kSpaces), inside.size());
    const std::string value = with_references_resolved(inside.substr(begin, end - begin));
    inside.remove_prefix(std::min(end + begin, inside.size()));
    return value;
  }

  // The text of a <script> or <style> holds no tags.
  void take_raw_text(const std::string& name) {
    const std::string lowered = lower(rest_);
    const std::size_t end = std::min(lowered.find("</" + name), rest_.size());
    add_text(std::string(rest_.substr(0, end)));
    rest_.remove_prefix(end);
  }

  void add_text(std::string text) {
    if (text.empty()) return;
    const Kind kind = open_pre_ > 0 ? Kind::kPreformatted : Kind::kText;
    if (!tokens_.empty() && tokens_.back().kind == kind) {
      tokens_.back().value += text;
    } else {
      tokens_.push_back({kind, std::move(text)});
    }
  }

  void close(const std::string& name) {
    tokens_.push_back({Kind::kClose, name});
    if (name == "pre" && open_pre_ > 0) --open_pre_;
  }

  std::string_view rest_;
  std::vector<HtmlToken> tokens_;
  int open_pre_ = 0;
};

// Whether white space next to the token does not show.
bool is_edge(const HtmlToken& token) {
  if (token.kind == Kind::kComment) return true;
  return (token.kind == Kind::kOpen || token.kind == Kind::kClose) && is_block(token.value);
}

std::string comparable_text(const std::vector<HtmlToken>& tokens, std::size_t at) {
  if (tokens[at].kind == Kind::kPreformatted) {
    std::string text = tokens[at].value;
    std::erase(text, '\r');
    return std::string(without("\n", text));
  }
  std::string text = with_single_spaces(tokens[at].value);
  if ((at == 0 || is_edge(tokens[at - 1])) && text.starts_with(' ')) text.erase(0, 1);
  if ((at + 1 == tokens.size() || is_edge(tokens[at + 1])) && text.ends_with(' ')) text.pop_back();
  return text;
}

std::string shown(const HtmlToken& token) {
  switch (token.kind) {
    case Kind::kOpen: {
      std::string tag = "<" + token.value;
      for (const std::string& attribute : token.attributes) tag.append(" ").append(attribute);
      return tag + ">";
    }
    case Kind::kClose:
      return "</" + token.value + ">";
    case Kind::kComment:
      return "<!-- " + token.value + " -->";
    case Kind::kText:
    case Kind::kPreformatted:
      return "'" + token.value + "'";
  }
  return "";
}

std::string shown(const std::vector<HtmlToken>& tokens, std::size_t begin, std::size_t end) {
  std::string line;
  for (std::size_t at = begin; at < std::min(end, tokens.size()); ++at)
    line.append(" ").append(shown(tokens[at]));
  return line.empty() ? " (the end)" : line;
}

}  // namespace

std::vector<HtmlToken> html_tokens(std::string_view html) {
  const std::vector<HtmlToken> raw = Tokenizer(html).run();
  std::vector<HtmlToken> tokens;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    HtmlToken token = raw[at];
    if (token.kind == Kind::kText || token.kind == Kind::kPreformatted) {
      token.value = comparable_text(raw, at);
      if (token.value.empty()) continue;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::string html_difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return "";
  const std::vector<HtmlToken> a = html_tokens(expected);
  const std::vector<HtmlToken> b = html_tokens(actual);
  if (a == b) return "";
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto at = static_cast<std::size_t>(in_a - a.begin());
  std::string lines = "after   " + (at == 0 ? " (the beginning)" : shown(a, at < 3 ? 0 : at - 3, at)) + "\n";
  lines += "expected" + shown(a, at, at + 6) + "\n";
  lines += "actual  " + shown(b, at, at + 6) + "\n";
  return lines;
}

}  // namespace depeche
