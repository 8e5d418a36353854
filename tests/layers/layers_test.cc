// The arrows of docs/architecture.md, held on every file of src/.
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

std::vector<SourceFile> source_files() {
  const std::filesystem::path root = std::filesystem::path(DEPECHE_ROOT) / "src";
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files.push_back({entry.path().lexically_relative(root).generic_string(),
                     std::string(std::istreambuf_iterator<char>(stream), {})});
  }
  return files;
}

TEST_CASE("every include of src/ follows the arrows") {
  const std::vector<SourceFile> files = source_files();
  CHECK(files.size() > 10);
  for (const SourceFile& file : files)
    for (const std::string& problem : problems_of(file.path, file.content)) FAIL_CHECK(problem);
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
      {"web_main.cc", "#include \"ui/editor_view.h\"\n#include \"platform/platform.h\"\n", ""},
      {"ui/theme.cc", "#include \"imgui.h\"\n", ""},
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
      {"ui/theme.h", "#include \"imgui.h\"\n",
       "ui/theme.h:1: imgui.h in a header: foreign headers stay in .cc files"},
      {"writers/html.cc", "#include <md4c.h>\n",
       "writers/html.cc:1: md4c.h outside the folders that may know md4c"},
      {"share/link.h", "#include <zstd.h>\n",
       "share/link.h:1: zstd.h in a header: foreign headers stay in .cc files"},
      {"text/text.cc", "#include <unistd.h>\n", "text/text.cc:1: unistd.h is no standard header"},
      {"text/text.cc", "#include \"text.h\"\n",
       "text/text.cc:1: text.h is of no layer; write the path from src/"},
      {"utils/misc.cc", "#include \"base/span.h\"\n", "utils/misc.cc:1: utils is no layer of the table"},
      {"messages/catalog.h", "#include \"embedded/messages.h\"\n",
       "messages/catalog.h:1: embedded/messages.h in a header: embedded data stays in .cc files"},
      {"platform/web/main.cc", "int a;\n#ifdef __EMSCRIPTEN__\n",
       "platform/web/main.cc:2: __EMSCRIPTEN__: CMake picks the platform's files"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const std::vector<std::string> problems = problems_of(row.path, row.content);
    if (row.problem.empty()) {
      CHECK(problems == std::vector<std::string>());
    } else {
      CHECK(problems == std::vector<std::string>{std::string(row.problem)});
    }
  }
}

}  // namespace
}  // namespace depeche::layers
