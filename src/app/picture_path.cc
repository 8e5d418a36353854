#include "app/picture_path.h"

#include <algorithm>

#include "base/percent.h"
#include "base/utf8.h"
#include "site/masthead.h"
#include "site/names/fields.h"

namespace depeche::app {
namespace {

bool is_plain(char32_t c) {
  if (c >= 0x80) return c > 0xFF ? c < 0x2000 || (c > 0x206F && c != 0x3000 && c != 0xFEFF) : c >= 0xC0;
  const char byte = static_cast<char>(c);
  const char lower = to_lower(byte);
  return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' ||
         byte == '.';
}

bool is_named(std::string_view path, std::string_view name) {
  return site::file_name(percent_decoded(path)) == name || site::file_name(path) == name;
}

}  // namespace

std::string picture_path(std::string_view name) {
  std::string path(site::kUploads);
  for (std::size_t at = 0; at < name.size();) {
    const auto [code_point, size, is_valid] = decode_utf8(name, at);
    for (const std::size_t end = at + size; at < end; ++at) {
      if (is_valid && is_plain(code_point)) {
        path += name[at];
      } else {
        append_percent_encoded(path, name[at]);
      }
    }
  }
  return path;
}

std::vector<std::string> picture_paths(const Release& release, const messages::Catalog& catalog) {
  const markdown::Tree& tree = release.tree;
  std::vector<std::string> paths;
  for (markdown::NodeId node = tree.root(); node < tree.size(); ++node) {
    if (tree.kind(node) != markdown::Kind::kImage && tree.name(node) != "img") continue;
    if (const auto path = tree.attribute(node, "src")) paths.emplace_back(*path);
  }
  for (const site::Picture& picture : site::masthead(release, catalog).pictures)
    paths.push_back(picture.path.text);
  return paths;
}

bool names_picture(const Release& release, const messages::Catalog& catalog, std::string_view name) {
  return std::ranges::any_of(picture_paths(release, catalog),
                             [&](const std::string& path) { return is_named(path, name); });
}

}  // namespace depeche::app
