// Whether a fragment keeps to the strict form that writers/html_safe.h promises. Written apart from the
// tokenizer and its lists, so that one mistake is not made twice.
#pragma once

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace depeche {

class SafeCheck {
 public:
  // What is wrong with the fragment; empty when it is safe.
  static std::string problem_with(std::string_view html) { return SafeCheck(html).run(); }

 private:
  explicit SafeCheck(std::string_view html) : rest_(html) {}

  std::string run() {
    if (!is_valid_utf8(rest_)) return "is no UTF-8";
    while (!rest_.empty() && problem_.empty()) {
      if (rest_[0] == '<') {
        take_tag();
      } else {
        const std::size_t end = std::min(rest_.find('<'), rest_.size());
        check_text(rest_.substr(0, end));
        rest_.remove_prefix(end);
      }
    }
    if (problem_.empty() && !open_.empty()) return open_.back() + " is not closed";
    return problem_;
  }

  bool accept(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string take_name() {
    std::size_t size = 0;
    while (size < rest_.size() &&
           (std::islower(static_cast<unsigned char>(rest_[size])) != 0 ||
            std::isdigit(static_cast<unsigned char>(rest_[size])) != 0 || rest_[size] == '-'))
      ++size;
    const std::string name(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return name;
  }

  void take_tag() {
    if (accept("</")) {
      const std::string name = take_name();
      if (!accept(">")) return fail("a broken end tag");
      if (open_.empty() || open_.back() != name) return fail("an end tag out of place: " + name);
      open_.pop_back();
      return;
    }
    accept("<");
    const std::string name = take_name();
    if (!is_one_of(name, kElements)) return fail("the element " + name);
    while (accept(" ")) {
      if (accept("/>")) return;
      take_attribute(name);
      if (!problem_.empty()) return;
    }
    if (!accept(">")) return fail("a broken tag: " + name);
    open_.push_back(name);
  }

  void take_attribute(const std::string& element) {
    const std::string name = take_name();
    if (!is_one_of(name, kAttributes) && !name.starts_with("aria-")) return fail("the attribute " + name);
    if (!accept("=\"")) return fail("an attribute without quotes: " + name);
    const std::size_t end = rest_.find('"');
    if (end == std::string_view::npos) return fail("an open attribute: " + name);
    const std::string_view value = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (value.find('<') != std::string_view::npos) return fail("a '<' in " + name);
    check_text(value);
    if ((name == "href" || name == "src" || name == "cite") && !is_safe_url(value, element == "img"))
      return fail("the URL " + std::string(value));
    if (name == "style" && !value.starts_with("text-align: ")) return fail("the style " + std::string(value));
    if (name == "name" && element != "a") return fail("a name on " + element);
  }

  void check_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '>' || text[i] == '\0' || text[i] == '\r') return fail("a bare '>', NUL or CR");
      if (text[i] != '&') continue;
      const std::string_view rest = text.substr(i);
      const std::string_view references[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#13;"};
      if (std::ranges::none_of(references, [&](std::string_view each) { return rest.starts_with(each); }))
        return fail("a bare '&'");
    }
  }

  static bool is_safe_url(std::string_view url, bool is_image) {
    const std::size_t colon = url.find(':');
    const std::size_t other = url.find_first_of("/?#&");
    if (colon == std::string_view::npos || other < colon) return true;
    if (static_cast<unsigned char>(url[0]) <= 0x20) return false;  // browsers pass over it
    std::string scheme;
    for (const char c : url.substr(0, colon)) {
      if (c == '\t' || c == '\n') return false;  // likewise
      scheme += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    const bool is_scheme = std::ranges::all_of(scheme, [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '-' || c == '.';
    });
    if (scheme.empty() || !is_scheme || std::isalpha(static_cast<unsigned char>(scheme[0])) == 0) return true;
    if (scheme == "http" || scheme == "https") return true;
    if (is_image) return scheme == "data";
    return scheme == "mailto" || scheme == "tel";
  }

  template <std::size_t size>
  static bool is_one_of(std::string_view word, const std::string_view (&words)[size]) {
    return std::ranges::find(words, word) != std::end(words);
  }

  void fail(std::string problem) { problem_ = std::move(problem); }

  static constexpr std::string_view kElements[] = {
      "a",      "abbr",       "acronym", "address", "article", "aside",  "b",      "bdi",  "bdo",
      "big",    "blockquote", "br",      "caption", "center",  "cite",   "code",   "col",  "colgroup",
      "dd",     "del",        "details", "dfn",     "div",     "dl",     "dt",     "em",   "figcaption",
      "figure", "footer",     "h1",      "h2",      "h3",      "h4",     "h5",     "h6",   "header",
      "hgroup", "hr",         "i",       "img",     "input",   "ins",    "kbd",    "li",   "main",
      "mark",   "nav",        "ol",      "p",       "pre",     "q",      "rp",     "rt",   "ruby",
      "s",      "samp",       "section", "small",   "span",    "strike", "strong", "sub",  "summary",
      "sup",    "table",      "tbody",   "td",      "tfoot",   "th",     "thead",  "time", "tr",
      "tt",     "u",          "ul",      "var",     "wbr"};
  static constexpr std::string_view kAttributes[] = {
      "abbr",     "decoding",    "download",    "sizes",   "srcset", "align", "alt",
      "border",   "cellpadding", "cellspacing", "checked", "cite",   "class", "colspan",
      "datetime", "dir",         "disabled",    "headers", "height", "href",  "hreflang",
      "id",       "lang",        "loading",     "name",    "open",   "rel",   "reversed",
      "role",     "rowspan",     "scope",       "span",    "src",    "start", "style",
      "summary",  "target",      "title",       "type",    "valign", "value", "width"};

  std::string_view rest_;
  std::vector<std::string> open_;
  std::string problem_;
};

}  // namespace depeche
