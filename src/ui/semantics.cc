#include "ui/semantics.h"

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

}  // namespace

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

}  // namespace depeche::ui
