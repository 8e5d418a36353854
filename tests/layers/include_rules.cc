#include "tests/layers/include_rules.h"

#include <algorithm>
#include <optional>

namespace depeche::layers {
namespace {

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

const Library* find_library(std::string_view header) {
  for (const Library& library : libraries())
    for (std::string_view beginning : library.headers)
      if (header.starts_with(beginning)) return &library;
  return nullptr;
}

bool may_use(const Arrows& arrows, std::string_view user, std::string_view used) {
  if (user == used) return true;
  return std::ranges::any_of(arrows.find(user)->second, [&](const std::string& name) {
    return arrows.contains(name) && may_use(arrows, name, used);
  });
}

// The innermost layer that a file lies in: "markdown" of "markdown/kramdown/lines.h". Empty for a file at the
// root of src/, which is wiring and may use all, and for one in no layer.
std::string_view layer_of(const Arrows& arrows, std::string_view path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos; slash = path.rfind('/')) {
    path = path.substr(0, slash);
    if (arrows.contains(path)) return path;
  }
  return {};
}

// Headers with a suffix are no standard headers of C++: they belong to an operating system or to a library.
bool is_standard(std::string_view header) {
  return header.find('.') == std::string_view::npos && header.find('/') == std::string_view::npos;
}

// Only these talk to an operating system.
bool may_use_system(std::string_view path) {
  return path.starts_with("platform/") || path.starts_with("cli/");
}

std::optional<std::string> problem_with(const Arrows& arrows, std::string_view path, const Include& include) {
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
  if (include.header.starts_with("embedded/")) {  // data, made by cmake/Embed.cmake
    if (path.ends_with(".cc")) return std::nullopt;
    return header + " in a header: embedded data stays in .cc files";
  }
  const std::string_view used = layer_of(arrows, include.header);
  if (used.empty()) return header + " is of no layer; write the path from src/";
  if (path.find('/') == std::string_view::npos) return std::nullopt;
  const std::string_view user = layer_of(arrows, path);
  if (user.empty()) return std::string(path.substr(0, path.rfind('/'))) + " is no layer";
  if (!may_use(arrows, user, used))
    return header + " runs against the arrows: " + std::string(user) + " does not stand on " +
           std::string(used);
  return std::nullopt;
}

// Words between blanks and commas.
std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t begin = list.find_first_not_of(" ,");
    if (begin == std::string_view::npos) return words;
    list.remove_prefix(begin);
    const std::size_t end = std::min(list.find_first_of(" ,"), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(end);
  }
}

}  // namespace

Arrows read_arrows(std::string_view lines) {
  Arrows arrows;
  for_each_line(lines, [&](std::string_view line, std::size_t) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    arrows[std::string(line.substr(0, colon))] = words_of(line.substr(colon + 1));
  });
  return arrows;
}

Arrows read_table(std::string_view document) {
  constexpr std::string_view kArrow = " <- ";
  Arrows arrows;
  for_each_line(document, [&](std::string_view line, std::size_t) {
    const std::size_t arrow = line.find(kArrow);
    if (arrow == std::string_view::npos || line.starts_with(' ')) return;
    const std::string_view uses = line.substr(arrow + kArrow.size());
    arrows[std::string(line.substr(0, line.find(' ')))] =
        uses == "nothing" ? std::vector<std::string>() : words_of(uses);
  });
  return arrows;
}

std::vector<std::string> problems_of(const Arrows& arrows, std::string_view path, std::string_view content) {
  std::vector<std::string> problems;
  const auto report = [&](std::size_t line, const std::string& why) {
    problems.push_back(std::string(path) + ":" + std::to_string(line) + ": " + why);
  };
  for (const Include& include : includes_of(content))
    if (const auto why = problem_with(arrows, path, include)) report(include.line, *why);
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
