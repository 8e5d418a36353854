// Which files a command reads, and where it may write.
#include "cli/inputs.h"
#include "cli/outputs.h"
#include "doctest/doctest.h"
#include "tests/cli/memory_system.h"

namespace depeche::cli {
namespace {

std::string listed(const Inputs& inputs) {
  std::string list;
  for (const std::string& file : inputs.files) list += (list.empty() ? "" : " ") + file;
  for (const Message& problem : inputs.problems) list += (list.empty() ? "" : " ") + problem.key;
  return list;
}

TEST_CASE("files as they are named, folders for their Markdown, each once") {
  MemorySystem system;
  for (const char* path : {"a.md", "posts/b.markdown", "posts/c.md", "posts/image.png", "pictures/d.jpg"})
    system.files[path] = "";
  const std::pair<std::vector<std::string>, std::string> rows[] = {
      {{"a.md"}, "a.md"},
      {{"./a.md", "a.md", "posts/../a.md"}, "a.md"},
      {{"posts"}, "posts/b.markdown posts/c.md"},
      {{"."}, "a.md posts/b.markdown posts/c.md"},
      {{"-", "a.md"}, "- a.md"},
      {{"missing.md"}, "missing.md"},  // reading it will say so
      {{"posts/c.md", "posts", "posts"}, "posts/c.md posts/b.markdown"},
      {{"pictures"}, "cli/no-release"},
      {{"pictures", "a.md"}, "a.md cli/no-release"},
  };
  for (const auto& [operands, expected] : rows) {
    CAPTURE(operands);
    CHECK(listed(expand(system, operands)) == expected);
  }

  system.unreadable = {{"cli/unreadable-folder", {"posts/locked", "Permission denied"}}};
  const std::vector<std::string> folders = {"posts", "pictures"};
  CHECK(listed(expand(system, folders)) ==
        "posts/b.markdown posts/c.md cli/unreadable-folder cli/unreadable-folder");
}

TEST_CASE("nothing is written outside the folder") {
  const std::pair<std::string, std::string> rows[] = {
      {"a.md", "out/a.md.html"},
      {"posts/2026/a.md", "out/posts/2026/a.md.html"},
      {"./posts//a.md", "out/posts/a.md.html"},
      {"posts/../a.md", "out/a.md.html"},
      {"/etc/a.md", "out/etc/a.md.html"},
      {"//etc/a.md", "out/etc/a.md.html"},
      {"/../a.md", "out/a.md.html"},
      {"..a/a..md", "out/..a/a..md.html"},
      {"-", "out/stdin.html"},
      {"../a.md", "cli/outside-output"},
      {"posts/../../a.md", "cli/outside-output"},
      {"..", "cli/outside-output"},
  };
  for (const auto& [path, expected] : rows) {
    CAPTURE(path);
    const Result<std::string> output = output_path("out", path, ".html");
    CHECK((output ? *output : output.problem().key) == expected);
  }
}

}  // namespace
}  // namespace depeche::cli
