#include "ui/semantics.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/utf8.h"

namespace depeche::ui {
namespace {

void append_string(std::string& json, std::string_view text) {
  json += '"';
  for (const char byte : is_valid_utf8(text) ? std::string(text) : scrub_utf8(text)) {
    if (byte == '"' || byte == '\\') {
      json += '\\';
      json += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20) {
      json += "\\u00";
      json += static_cast<char>('0' + byte / 16);
      json += "0123456789abcdef"[byte % 16];
    } else {
      json += byte;
    }
  }
  json += '"';
}

void append_member(std::string& json, std::string_view name, std::string_view value) {
  append_string(json, name);
  json += ':';
  append_string(json, value);
  json += ',';
}

void append_number(std::string& json, std::string_view name, float value) {
  append_string(json, name);
  json += ':';
  append_hundredths(json, value);
}

void append_node(std::string& json, const SemanticNode& node) {
  json += '{';
  append_member(json, "id", node.id);
  append_member(json, "role", node.role);
  append_member(json, "name", node.name);
  append_member(json, "value", node.value);
  append_member(json, "state", node.state);
  append_member(json, "action", node.action);
  append_member(json, "hint", node.hint);
  json += "\"level\":" + std::to_string(node.level) + ",\"bounds\":{";
  append_number(json, "x", node.bounds.x);
  append_number(json += ',', "y", node.bounds.y);
  append_number(json += ',', "width", node.bounds.width);
  append_number(json += ',', "height", node.bounds.height);
  json += "}}";
}

// The next element of an array that is written a line each.
std::string& next_line(std::string& json) {
  return json += json.size() > 1 ? ",\n" : "\n";
}

std::string closed(std::string json) {
  return json.size() > 1 ? std::move(json) + "\n]" : "[]";
}

// Makes the last run longer where it goes on with this node.
void append(std::vector<SemanticRun>& runs, bool kept, std::size_t index) {
  const bool goes_on =
      !runs.empty() && runs.back().kept == kept && runs.back().from + runs.back().count == index;
  if (goes_on) {
    ++runs.back().count;
  } else {
    runs.push_back({kept, index, 1});
  }
}

}  // namespace

std::vector<SemanticRun> semantic_runs(std::span<const SemanticNode> before,
                                       std::span<const SemanticNode> after) {
  std::vector<SemanticRun> runs;
  std::size_t next = 0;  // of `before`
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto rest = before.subspan(next);
    const auto found = std::find_if(rest.begin(), rest.end(),
                                    [&](const SemanticNode& node) { return node.id == after[i].id; });
    if (found == rest.end()) {
      append(runs, false, i);
      continue;
    }
    const auto index = next + static_cast<std::size_t>(found - rest.begin());
    const bool kept = *found == after[i];
    append(runs, kept, kept ? index : i);
    next = index + 1;
  }
  return runs;
}

SemanticNode& Semantics::slot() {
  if (count_ == nodes_.size()) nodes_.emplace_back();
  return nodes_[count_++];
}

void Semantics::add(const SemanticNode& node, const Rectangle& bounds) {
  SemanticNode& copy = slot();
  copy = node;
  copy.bounds = bounds;
}

std::string Semantics::to_json() const {
  std::string json = "[";
  for (const SemanticNode& node : nodes()) append_node(next_line(json), node);
  return closed(std::move(json));
}

std::string Semantics::changes_json(std::span<const SemanticNode> before) const {
  std::string json = "[";
  for (const SemanticRun& run : semantic_runs(before, nodes())) {
    if (run.kept) {
      next_line(json) += '[' + std::to_string(run.from) + ',' + std::to_string(run.count) + ']';
      continue;
    }
    for (const SemanticNode& node : nodes().subspan(run.from, run.count)) append_node(next_line(json), node);
  }
  return closed(std::move(json));
}

}  // namespace depeche::ui
