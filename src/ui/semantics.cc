#include "ui/semantics.h"

#include <cstdio>

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
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
      json += escape;
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

}  // namespace

std::string Semantics::to_json() const {
  std::string json = "[";
  for (const SemanticNode& node : nodes_) {
    if (json.size() > 1) json += ',';
    json += '{';
    append_member(json, "id", node.id);
    append_member(json, "role", node.role);
    append_member(json, "name", node.name);
    append_member(json, "value", node.value);
    append_member(json, "state", node.state);
    append_member(json, "action", node.action);
    append_member(json, "hint", node.hint);
    char numbers[160];
    std::snprintf(numbers, sizeof numbers,
                  "\"level\":%d,\"bounds\":{\"x\":%.2f,\"y\":%.2f,\"width\":%.2f,\"height\":%.2f}}",
                  node.level, static_cast<double>(node.bounds.x), static_cast<double>(node.bounds.y),
                  static_cast<double>(node.bounds.width), static_cast<double>(node.bounds.height));
    json += numbers;
  }
  return json + "]";
}

}  // namespace depeche::ui
