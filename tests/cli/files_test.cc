// Which files a command reads, and where it may write.
#include "base/utf8.h"
#include "cli/file_name.h"
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

TEST_CASE("a name that is too long for a file system is cut, and stays one of its own") {
  const auto named = [](const std::string& path) { return output_path("out", path, ".html").value(); };
  const std::string longest(250, 'a');
  CHECK(named(longest) == "out/" + longest + ".html");

  const std::string cut = named("posts/" + longest + "b");
  CHECK(cut.starts_with("out/posts/aaaa"));
  CHECK(cut.ends_with(".html"));
  CHECK(cut.size() == std::string("out/posts/").size() + kLongestFileName);
  CHECK(cut != named("posts/" + longest + "c"));
  CHECK(cut == named("posts/" + longest + "b"));

  for (const std::string_view character : {"é", "€", "😀"}) {
    for (std::size_t before = 0; before < 4; ++before) {
      std::string name(before, 'x');
      while (name.size() + character.size() <= kLongestFileName) name += character;
      const std::string output = named(name);
      CAPTURE(output);
      CHECK(is_valid_utf8(output));
      CHECK(output.size() - std::string("out/").size() <= kLongestFileName);
      CHECK(output.size() - std::string("out/").size() > kLongestFileName - character.size());
    }
  }
}

}  // namespace
}  // namespace depeche::cli
