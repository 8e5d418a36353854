#include "frontmatter/scalar_writer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "frontmatter/extent.h"
#include "frontmatter/scalar.h"

namespace depeche::frontmatter {
namespace {

// How much further than its parent the text of a block scalar stands.
constexpr int kBlockIndent = 2;

// Characters that readers refuse, change or cannot see: only double quotes carry them, escaped.
bool needs_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE ||
         c == 0xFFFF;
}

// Whether any character but those of `spared` (ASCII) needs an escape.
bool any_needs_escape(std::string_view text, std::string_view spared) {
  for (std::size_t at = 0; at < text.size();) {
    Decoded decoded = decode_utf8(text, at);
    if (needs_escape(decoded.code_point) && spared.find(text[at]) == std::string_view::npos) return true;
    at += decoded.size;
  }
  return false;
}

void append_escape(std::string& out, char32_t c) {
  static constexpr std::string_view kControls("\0\a\b\t\n\v\f\r\x1B", 9);
  static constexpr std::string_view kLetters = "0abtnvfre";
  std::size_t known = c < 0x20 ? kControls.find(static_cast<char>(c)) : std::string_view::npos;
  if (known != std::string_view::npos) {
    out += {'\\', kLetters[known]};
    return;
  }
  const bool is_byte = c < 0x100;
  out += is_byte ? "\\x" : "\\u";
  for (int shift = is_byte ? 4 : 12; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(c >> shift) & 0xF];
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    Decoded decoded = decode_utf8(text, at);
    if (needs_escape(decoded.code_point)) {
      append_escape(out, decoded.code_point);
    } else {
      if (text[at] == '"' || text[at] == '\\') out.push_back('\\');
      out.append(text, at, decoded.size);
    }
    at += decoded.size;
  }
  out.push_back('"');
  return out;
}

std::optional<std::string> single_quoted(std::string_view text) {
  if (any_needs_escape(text, "\t")) return std::nullopt;
  std::string out = "'";
  for (char c : text) {
    if (c == '\'') out.push_back('\'');
    out.push_back(c);
  }
  out.push_back('\'');
  return out;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

bool starts_with_blank(std::string_view line) {
  return !line.empty() && is_blank(line.front());
}

// A block scalar. Its last line ending is not written: that of the line it replaces follows it.
std::optional<std::string> block(std::string_view text, bool folded, const ScalarPlace& place) {
  std::size_t content_size = text.find_last_not_of('\n') + 1;
  if (place.flow || !place.ends_line || content_size == 0 || any_needs_escape(text, "\t\n"))
    return std::nullopt;
  std::size_t line_ends = text.size() - content_size;  // after the last line of text
  std::vector<std::string_view> lines = split_lines(text.substr(0, content_size));
  auto is_odd = [](std::string_view line) { return line.empty() || starts_with_blank(line); };
  if (folded && std::any_of(lines.begin(), lines.end(), is_odd)) folded = false;
  auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !line.empty(); });

  std::string out = folded ? ">" : "|";
  if (starts_with_blank(*first)) out += std::to_string(kBlockIndent);
  if (line_ends == 0) out += '-';
  if (line_ends > 1) out += '+';
  if (!place.header_comment.empty()) out.append(" ").append(place.header_comment);
  bool is_first = true;
  for (std::string_view line : lines) {
    out += place.line_ending;
    if (folded && !is_first) out += place.line_ending;
    if (!line.empty())
      out.append(static_cast<std::size_t>(std::max(place.indent, 0) + kBlockIndent), ' ').append(line);
    is_first = false;
  }
  for (std::size_t i = 1; i < line_ends; ++i) out += place.line_ending;
  return out;
}

}  // namespace

bool can_be_plain(std::string_view text, bool flow) {
  if (text.empty() || is_blank(text.front()) || is_blank(text.back()) || any_needs_escape(text, {}))
    return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  char first = text.front();
  if (std::string_view(",[]{}#&*!|>'\"%@`").find(first) != std::string_view::npos) return false;
  if (first == '-' || first == '?' || first == ':') {
    if (text.size() == 1 || text[1] == ' ' || (flow && first != '-')) return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (flow && is_flow_sign(text[i])) return false;
    if (text[i] == ':' && (i + 1 == text.size() || is_blank(text[i + 1]))) return false;
    if (text[i] == '#' && i > 0 && is_blank(text[i - 1])) return false;
  }
  return true;
}

std::string write_scalar(std::string_view text, ScalarStyle style, const ScalarPlace& place) {
  std::optional<std::string> written;
  switch (style) {
    case ScalarStyle::kPlain:
      if (can_be_plain(text, place.flow) && is_plain_text(text)) written = text;
      break;
    case ScalarStyle::kSingleQuoted:
      written = single_quoted(text);
      break;
    case ScalarStyle::kLiteral:
      written = block(text, false, place);
      break;
    case ScalarStyle::kFolded:
      written = block(text, true, place);
      break;
    case ScalarStyle::kDoubleQuoted:
      break;
  }
  return written ? std::move(*written) : double_quoted(text);
}

std::string write_key(std::string_view key, bool flow) {
  ScalarPlace place;
  place.flow = flow;
  return write_scalar(key, ScalarStyle::kPlain, place);
}

}  // namespace depeche::frontmatter
