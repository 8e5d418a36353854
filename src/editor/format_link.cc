#include "editor/format_link.h"

#include <string>
#include <vector>

#include "base/percent.h"
#include "editor/block.h"
#include "editor/editing.h"

namespace depeche::editor {
namespace {

// As a link's target may stand in parentheses: no spaces, parentheses, angle brackets, backslashes or
// controls.
std::string escaped_target(std::string_view target) {
  std::string escaped;
  for (const char byte : target) {
    const auto value = static_cast<unsigned char>(byte);
    if (value <= 0x20 || value == 0x7F || std::string_view("()<>\\").find(byte) != std::string_view::npos) {
      append_percent_encoded(escaped, byte);
    } else {
      escaped += byte;
    }
  }
  return escaped;
}

// On one line, with a backslash before each bracket that has no partner.
std::string escaped_label(std::string_view label) {
  std::vector<bool> escape(label.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\\') {
      ++i;
    } else if (label[i] == '[') {
      open.push_back(i);
    } else if (label[i] == ']') {
      if (open.empty()) {
        escape[i] = true;
      } else {
        open.pop_back();
      }
    }
  }
  for (const std::size_t i : open) escape[i] = true;
  std::string escaped;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (escape[i]) escaped += '\\';
    escaped += label[i] == '\n' || label[i] == '\r' ? ' ' : label[i];
  }
  return escaped;
}

std::string escaped_title(std::string_view title) {
  std::string escaped;
  for (const char byte : title) {
    if (byte == '"') escaped += '\\';
    escaped += byte == '\n' || byte == '\r' ? ' ' : byte;
  }
  return escaped;
}

}  // namespace

std::string link_markdown(std::string_view target, std::string_view label) {
  return '[' + escaped_label(label.empty() ? target : label) + "](" + escaped_target(target) + ')';
}

std::string image_markdown(std::string_view path, std::string_view alternative, std::string_view caption) {
  const std::string title = caption.empty() ? "" : " \"" + escaped_title(caption) + '"';
  return "![" + escaped_label(alternative) + "](" + escaped_target(path) + title + ')';
}

std::optional<Transaction> insert_link(const EditorState& state, Span place, std::string_view target,
                                       std::string_view label) {
  if (!place.empty() && selected_blocks(state.text, place).size() > 1) return std::nullopt;
  const std::string link = link_markdown(target, label);
  auto transaction = replace(state, {{place, link}});
  if (transaction) transaction->selection = Selection::caret(place.begin + static_cast<Offset>(link.size()));
  return transaction;
}

std::optional<Transaction> change_link(const EditorState& state, const LinkParts& parts,
                                       std::string_view target, std::string_view label) {
  const bool in_place = !parts.target.empty() && parts.whole.contains(parts.target) &&
                        parts.target.begin >= parts.label.end && state.text.bytes(parts.whole).front() != '<';
  if (!in_place) return insert_link(state, parts.whole, target, label);
  std::vector<Replacement> edits;
  const std::string wanted = escaped_label(label.empty() ? target : label);
  if (state.text.bytes(parts.label) != wanted) edits.push_back({parts.label, wanted});
  const std::string address = escaped_target(target);
  if (state.text.bytes(parts.target) != address) edits.push_back({parts.target, address});
  return replace(state, std::move(edits));
}

std::optional<Transaction> remove_link(const EditorState& state, const LinkParts& parts) {
  Span after{parts.label.end, parts.whole.end};
  const std::string_view rest = state.text.bytes().substr(parts.whole.end);
  if (rest.starts_with("{:")) {
    const std::size_t end = rest.find_first_of("}\r\n");
    if (end != std::string_view::npos && rest[end] == '}') after.end += static_cast<Offset>(end + 1);
  }
  return replace(state, {{{parts.whole.begin, parts.label.begin}, ""}, {after, ""}}, Bias::kAfter);
}

}  // namespace depeche::editor
