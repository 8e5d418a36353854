// The arrows of the build, held on every file of src/ and against the table of docs/architecture.md.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "doctest/doctest.h"
#include "tests/layers/include_rules.h"

namespace depeche::layers {
namespace {

struct SourceFile {
  std::string path;  // relative to src/
  std::string content;
};

std::string content_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// As CMake has written them.
Arrows arrows_of_build() {
  return read_arrows(content_of(DEPECHE_ARROWS));
}

std::vector<SourceFile> source_files() {
  const std::filesystem::path root = std::filesystem::path(DEPECHE_ROOT) / "src";
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    files.push_back({entry.path().lexically_relative(root).generic_string(), content_of(entry.path())});
  }
  return files;
}

TEST_CASE("every include of src/ follows the arrows") {
  const std::vector<SourceFile> files = source_files();
  CHECK(files.size() > 10);
  const Arrows arrows = arrows_of_build();
  for (const SourceFile& file : files)
    for (const std::string& problem : problems_of(arrows, file.path, file.content)) FAIL_CHECK(problem);
}

TEST_CASE("docs/architecture.md has the arrows of the build") {
  const Arrows table = read_table(content_of(std::filesystem::path(DEPECHE_ROOT) / "docs/architecture.md"));
  const Arrows arrows = arrows_of_build();
  CHECK(arrows.size() > 10);
  for (const auto& [layer, uses] : arrows) {
    CAPTURE(layer);
    const auto row = table.find(layer);
    REQUIRE(row != table.end());
    CHECK(row->second == uses);
  }
  for (const auto& [layer, uses] : table) {
    CAPTURE(layer);
    CHECK(arrows.contains(layer));
  }
}

TEST_CASE("foreign headers stay in few files") {
  std::map<std::string, std::vector<std::string>> users;
  for (const SourceFile& file : source_files())
    for (const std::string& library : foreign_libraries_of(file.content)) users[library].push_back(file.path);
  for (const auto& [library, paths] : users) {
    CAPTURE(library);
    CAPTURE(paths);
    CHECK(paths.size() <= most_files(library));
  }
}

TEST_CASE("the check itself: made-up files") {
  struct Row {
    std::string_view path;
    std::string_view content;
    std::string_view problem;  // what is said, or empty
  };
  const Row rows[] = {
      {"text/text.h", "#include <string>\n#include \"base/span.h\"\n", ""},
      {"app/update.cc", "#include \"base/span.h\"\n", ""},
      {"web_main.cc", "#include \"ui/source/editor_view.h\"\n#include \"platform/platform.h\"\n", ""},
      {"ui/draw/theme.cc", "#include \"imgui.h\"\n", ""},
      {"messages/catalog.cc", "#include \"embedded/messages.h\"\n", ""},
      {"platform/web/glyphs.cc", "#include <emscripten.h>\n", ""},
      {"cli/main.cc", "#include <unistd.h>\n", ""},
      {"base/span.h", "\n#include \"text/text.h\"\n",
       "base/span.h:2: text/text.h runs against the arrows: base does not stand on text"},
      {"markdown/parse.cc", "#include \"frontmatter/value.h\"\n",
       "markdown/parse.cc:1: frontmatter/value.h runs against the arrows: markdown does not stand on "
       "frontmatter"},
      {"rules/x.cc", "  #  include  \"writers/html.h\"\n",
       "rules/x.cc:1: writers/html.h runs against the arrows: rules does not stand on writers"},
      {"layout/flow.cc", "#include \"imgui.h\"\n",
       "layout/flow.cc:1: imgui.h outside the folders that may know imgui"},
      {"ui/draw/theme.h", "#include \"imgui.h\"\n",
       "ui/draw/theme.h:1: imgui.h in a header: foreign headers stay in .cc files"},
      {"writers/html.cc", "#include <md4c.h>\n",
       "writers/html.cc:1: md4c.h outside the folders that may know md4c"},
      {"share/link.h", "#include <zstd.h>\n",
       "share/link.h:1: zstd.h in a header: foreign headers stay in .cc files"},
      {"ui/draw/theme.h", "#include \"ui/page/page_blocks.h\"\n",
       "ui/draw/theme.h:1: ui/page/page_blocks.h runs against the arrows: ui/draw does not stand on ui/page"},
      {"ui/page/links.cc", "#include \"ui/source/rows.h\"\n",
       "ui/page/links.cc:1: ui/source/rows.h runs against the arrows: ui/page does not stand on ui/source"},
      {"platform/field.cc", "#include \"platform/web/browser.h\"\n",
       "platform/field.cc:1: platform/web/browser.h runs against the arrows: platform does not stand on "
       "platform/web"},
      {"platform/web/browser.cc", "#include \"platform/field.h\"\n#include \"ui/page/page_blocks.h\"\n", ""},
      {"text/text.cc", "#include <unistd.h>\n", "text/text.cc:1: unistd.h is no standard header"},
      {"text/text.cc", "#include \"text.h\"\n",
       "text/text.cc:1: text.h is of no layer; write the path from src/"},
      {"utils/misc.cc", "#include \"base/span.h\"\n", "utils/misc.cc:1: utils is no layer"},
      {"messages/catalog.h", "#include \"embedded/messages.h\"\n",
       "messages/catalog.h:1: embedded/messages.h in a header: embedded data stays in .cc files"},
      {"platform/web/main.cc", "int a;\n#ifdef __EMSCRIPTEN__\n",
       "platform/web/main.cc:2: __EMSCRIPTEN__: CMake picks the platform's files"},
  };
  const Arrows arrows = read_arrows(
      "base:\ntext: base\nfrontmatter: text\nmarkdown: text\nrules: markdown\nwriters: markdown\nlayout: "
      "text\n"
      "messages: base\nshare: base\napp: rules writers\nui/draw: layout\nui/page: ui/draw app\n"
      "ui/source: ui/draw app\nplatform: ui/page ui/source\nplatform/web: platform\ncli: rules\n");
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const std::vector<std::string> problems = problems_of(arrows, row.path, row.content);
    if (row.problem.empty()) {
      CHECK(problems == std::vector<std::string>());
    } else {
      CHECK(problems == std::vector<std::string>{std::string(row.problem)});
    }
  }
}

}  // namespace
}  // namespace depeche::layers
