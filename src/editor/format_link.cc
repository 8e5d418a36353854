#include "editor/format_link.h"

#include <string>

#include "editor/block.h"
#include "editor/editing.h"

namespace depeche::editor {
namespace {

// As a link's target may stand in parentheses: no spaces, parentheses, angle brackets, backslashes or
// controls.
std::string escaped_target(std::string_view target) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char byte : target) {
    const auto value = static_cast<unsigned char>(byte);
    if (value <= 0x20 || value == 0x7F || std::string_view("()<>\\").find(byte) != std::string_view::npos) {
      escaped.append({'%', kHexDigits[value >> 4], kHexDigits[value & 0xF]});
    } else {
      escaped += byte;
    }
  }
  return escaped;
}

// Plain text as Markdown that reads as this text between square brackets.
std::string escaped_label(std::string_view label) {
  std::string escaped;
  for (const char byte : label) {
    if (std::string_view("[]\\*_`<{").find(byte) != std::string_view::npos) escaped += '\\';
    escaped += byte == '\n' || byte == '\r' ? ' ' : byte;
  }
  return escaped;
}

}  // namespace

std::optional<Transaction> insert_link(const EditorState& state, std::string_view target,
                                       std::string_view label) {
  const Span span = state.selection.span();
  if (!span.empty() && selected_blocks(state.text, span).size() > 1) return std::nullopt;
  std::string text = label.empty() ? std::string(state.text.bytes(span)) : escaped_label(label);
  if (text.empty()) text = escaped_label(target);
  const std::string link = '[' + text + "](" + escaped_target(target) + ')';

  auto transaction = replace(state, {{span, link}});
  if (!transaction) return std::nullopt;
  const auto end = static_cast<Offset>(span.begin + link.size());
  transaction->selection = Selection::caret(target.empty() ? end - 1 : end);
  return transaction;
}

}  // namespace depeche::editor
