#include "tests/support/visible_html.h"

#include <algorithm>
#include <set>
#include <utility>

namespace depeche {
namespace {

using Kind = HtmlToken::Kind;

// Stands between two paragraphs.
const HtmlToken kParting = {Kind::kComment, "paragraph"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string as_typed(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kTyped[] = {
      {"“", "\""}, {"”", "\""}, {"‘", "'"},  {"’", "'"},      {"…", "..."},    {"—", "---"},  {"–", "--"},
      {"«", "<<"}, {"»", ">>"}, {"\n", " "}, {"\u00A0", " "}, {"\u202F", " "}, {"<< ", "<<"}, {" >>", ">>"}};
  for (const auto& [shown, typed] : kTyped) replace_all(text, shown, typed);
  return text;
}

// `%C3%A9` as the bytes that it stands for.
std::string without_percents(const std::string& address) {
  constexpr std::string_view kDigits = "0123456789ABCDEFabcdef";
  std::string decoded;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const bool is_escape = address[at] == '%' && at + 2 < address.size() &&
                           kDigits.find(address[at + 1]) != kDigits.npos &&
                           kDigits.find(address[at + 2]) != kDigits.npos;
    if (is_escape) {
      decoded += static_cast<char>(std::stoi(address.substr(at + 1, 2), nullptr, 16));
      at += 2;
    } else {
      decoded += address[at];
    }
  }
  return decoded;
}

bool is_invisible(const std::string& attribute) {
  constexpr std::string_view kInvisible[] = {"id=", "class=\"task-list", "disabled=", "checked="};
  return std::ranges::any_of(kInvisible, [&](std::string_view each) { return attribute.starts_with(each); });
}

std::vector<std::string> visible_attributes(std::vector<std::string> attributes) {
  constexpr std::string_view kAlign = "align=";
  std::erase_if(attributes, is_invisible);
  for (std::string& attribute : attributes) {
    if (attribute.starts_with(kAlign))
      attribute = "style=\"text-align:" + attribute.substr(kAlign.size() + 1);
    if (attribute.starts_with("href=") || attribute.starts_with("src="))
      attribute = without_percents(attribute);
    attribute = as_typed(attribute);
  }
  return attributes;
}

bool is_tag(const HtmlToken& token) {
  return token.kind == Kind::kOpen || token.kind == Kind::kClose;
}

bool is_block(const HtmlToken& token) {
  static const std::set<std::string> kBlocks = {
      "aside", "blockquote", "center", "dd", "div",   "dl", "dt", "figcaption", "figure", "h1",    "h2",
      "h3",    "h4",         "h5",     "h6", "hr",    "li", "ol", "p",          "pre",    "style", "script",
      "table", "tbody",      "td",     "th", "thead", "tr", "ul", "section",    "iframe"};
  return is_tag(token) && kBlocks.contains(token.value);
}

// Paragraphs without attributes become partings; comments and white space go.
std::vector<HtmlToken> with_partings(std::vector<HtmlToken> tokens) {
  std::vector<HtmlToken> result;
  for (HtmlToken& token : tokens) {
    if (token.kind == Kind::kComment) continue;
    if (token.kind == Kind::kText) {
      token.value = as_typed(token.value);
      const std::size_t begin = token.value.find_first_not_of(' ');
      if (begin == token.value.npos) continue;
      token.value = token.value.substr(begin, token.value.find_last_not_of(' ') - begin + 1);
    }
    token.attributes = visible_attributes(std::move(token.attributes));
    const bool is_paragraph = is_tag(token) && token.value == "p";
    if (is_paragraph && (result.empty() || result.back() != kParting)) result.push_back(kParting);
    if (!is_paragraph || !token.attributes.empty()) result.push_back(std::move(token));
  }
  return result;
}

// Partings at a block's edge show nothing; texts that only they parted are one.
std::vector<HtmlToken> without_needless_partings(std::vector<HtmlToken> tokens) {
  std::vector<HtmlToken> result;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_needless = tokens[at] == kParting && (result.empty() || at + 1 == tokens.size() ||
                                                        is_block(result.back()) || is_block(tokens[at + 1]));
    if (is_needless) continue;
    if (!result.empty() && tokens[at].kind == Kind::kText && result.back().kind == Kind::kText) {
      result.back().value += " " + tokens[at].value;
    } else {
      result.push_back(std::move(tokens[at]));
    }
  }
  return result;
}

// A browser closes by itself what is open at the end.
void drop_end(std::vector<HtmlToken>& tokens) {
  while (!tokens.empty() && (tokens.back() == kParting || tokens.back().kind == Kind::kClose))
    tokens.pop_back();
}

// `<strong><em>` and `</em></strong>` become `<em><strong>` and `</strong></em>`.
void sort_emphasis(std::vector<HtmlToken>& tokens) {
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    HtmlToken& first = tokens[at - 1];
    HtmlToken& second = tokens[at];
    const bool opens = second.kind == Kind::kOpen && first.value == "strong" && second.value == "em";
    const bool closes = second.kind == Kind::kClose && first.value == "em" && second.value == "strong";
    if (first.kind == second.kind && (opens || closes)) std::swap(first, second);
  }
}

}  // namespace

std::vector<HtmlToken> visible_tokens(std::string_view html) {
  std::vector<HtmlToken> tokens = without_needless_partings(with_partings(html_tokens(html)));
  sort_emphasis(tokens);
  drop_end(tokens);
  return tokens;
}

bool looks_alike(std::string_view one, std::string_view other) {
  return visible_tokens(one) == visible_tokens(other);
}

}  // namespace depeche
