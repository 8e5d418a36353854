#include "tests/layers/include_rules.h"

#include <algorithm>
#include <optional>

namespace depeche::layers {
namespace {

// A layer and those it stands on directly; what those stand on comes with them.
struct Layer {
  std::string_view name;
  std::vector<std::string_view> uses;
};

const std::vector<Layer>& layers() {
  static const std::vector<Layer> kLayers = {
      {"base", {}},
      {"text", {"base"}},
      {"frontmatter", {"text"}},
      {"html", {"base"}},
      {"markdown", {"html", "text"}},
      {"release", {"frontmatter", "markdown"}},
      {"messages", {"base"}},
      {"writers", {"release", "messages"}},
      {"rules", {"release"}},
      {"share", {"base"}},
      {"paste", {"html"}},
      {"layout", {"base", "markdown"}},
      {"editor", {"text"}},
      {"app", {"writers", "rules", "share", "paste", "layout", "editor"}},
      {"ui", {"app", "layout"}},
      {"platform", {"ui"}},
      {"cli", {"writers", "rules", "share"}},
  };
  return kLayers;
}

// A library that is not ours: how its headers begin, the folders whose .cc files may include them, and in how
// many files at most.
struct Library {
  std::string_view name;
  std::vector<std::string_view> headers;
  std::vector<std::string_view> folders;
  std::size_t most_files;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> kLibraries = {
      {"md4c", {"md4c", "entity.h"}, {"html/", "markdown/commonmark/"}, 2},
      {"yaml-cpp", {"yaml-cpp/", "depeche_streams.h"}, {"frontmatter/"}, 2},
      {"nlohmann_json", {"nlohmann/"}, {"messages/", "writers/", "ui/", "cli/", "frontmatter/"}, 5},
      {"zstd", {"zstd"}, {"share/"}, 1},
      {"imgui", {"imgui"}, {"ui/", "platform/"}, 40},
      {"emscripten", {"emscripten", "GLES", "EGL", "webgl"}, {"platform/web/"}, 12},
  };
  return kLibraries;
}

struct Include {
  std::size_t line;  // counted from 1
  std::string_view header;
  bool quoted;
};

std::string_view without_leading_blanks(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

// The header of an #include line, or none.
std::optional<Include> include_of(std::string_view line, std::size_t number) {
  line = without_leading_blanks(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = without_leading_blanks(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = without_leading_blanks(line.substr(7));
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return std::nullopt;
  const bool quoted = line[0] == '"';
  const std::size_t end = line.find(quoted ? '"' : '>', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return Include{number, line.substr(1, end - 1), quoted};
}

template <typename Visitor>
void for_each_line(std::string_view content, Visitor visit) {
  std::size_t number = 1;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    visit(content.substr(0, end), number++);
    content.remove_prefix(std::min(end + 1, content.size()));
  }
}

std::vector<Include> includes_of(std::string_view content) {
  std::vector<Include> includes;
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (const auto include = include_of(line, number)) includes.push_back(*include);
  });
  return includes;
}

const Layer* find_layer(std::string_view name) {
  const auto found = std::ranges::find(layers(), name, &Layer::name);
  return found == layers().end() ? nullptr : &*found;
}

const Library* find_library(std::string_view header) {
  for (const Library& library : libraries())
    for (std::string_view beginning : library.headers)
      if (header.starts_with(beginning)) return &library;
  return nullptr;
}

// The table has no cycle, so this ends.
bool may_use(const Layer& user, std::string_view used) {
  if (user.name == used) return true;
  return std::ranges::any_of(user.uses, [&](std::string_view name) {
    const Layer* layer = find_layer(name);
    return layer != nullptr && may_use(*layer, used);
  });
}

// "release" of "release/release.h"; empty for a file at the root of src/, which is wiring and may use all.
std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// Headers with a suffix are no standard headers of C++: they belong to an operating system or to a library.
bool is_standard(std::string_view header) {
  return header.find('.') == std::string_view::npos && header.find('/') == std::string_view::npos;
}

// Only these talk to an operating system.
bool may_use_system(std::string_view path) {
  return path.starts_with("platform/") || path.starts_with("cli/");
}

std::optional<std::string> problem_with(std::string_view path, const Include& include) {
  const std::string header(include.header);
  if (const Library* library = find_library(include.header)) {
    if (!path.ends_with(".cc")) return header + " in a header: foreign headers stay in .cc files";
    const bool allowed = std::ranges::any_of(
        library->folders, [&](std::string_view folder) { return path.starts_with(folder); });
    if (!allowed) return header + " outside the folders that may know " + std::string(library->name);
    return std::nullopt;
  }
  if (!include.quoted) {
    if (is_standard(include.header) || may_use_system(path)) return std::nullopt;
    return header + " is no standard header";
  }
  const std::string_view user_name = folder_of(path);
  const std::string_view used_name = folder_of(include.header);
  if (used_name == "embedded") {  // data, made by cmake/Embed.cmake
    if (path.ends_with(".cc")) return std::nullopt;
    return header + " in a header: embedded data stays in .cc files";
  }
  if (find_layer(used_name) == nullptr) return header + " is of no layer; write the path from src/";
  if (user_name.empty()) return std::nullopt;
  const Layer* user = find_layer(user_name);
  if (user == nullptr) return std::string(user_name) + " is no layer of the table";
  if (!may_use(*user, used_name))
    return header + " runs against the arrows: " + std::string(user_name) + " does not stand on " +
           std::string(used_name);
  return std::nullopt;
}

}  // namespace

std::vector<std::string> problems_of(std::string_view path, std::string_view content) {
  std::vector<std::string> problems;
  const auto report = [&](std::size_t line, const std::string& why) {
    problems.push_back(std::string(path) + ":" + std::to_string(line) + ": " + why);
  };
  for (const Include& include : includes_of(content))
    if (const auto why = problem_with(path, include)) report(include.line, *why);
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.find("__EMSCRIPTEN__") != std::string_view::npos)
      report(number, "__EMSCRIPTEN__: CMake picks the platform's files");
  });
  return problems;
}

std::vector<std::string> foreign_libraries_of(std::string_view content) {
  std::vector<std::string> names;
  for (const Include& include : includes_of(content)) {
    const Library* library = find_library(include.header);
    if (library == nullptr || std::ranges::find(names, library->name) != names.end()) continue;
    names.emplace_back(library->name);
  }
  return names;
}

std::size_t most_files(std::string_view library) {
  const auto found = std::ranges::find(libraries(), library, &Library::name);
  return found == libraries().end() ? 0 : found->most_files;
}

}  // namespace depeche::layers
