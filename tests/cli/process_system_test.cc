// The real file system: what is replaced, and what must stay.
#include "cli/process_system.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "doctest/doctest.h"

namespace depeche::cli {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("depeche-" + std::to_string(std::random_device{}()))) {
    fs::create_directory(path_);
  }
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("a file is replaced whole and keeps its permissions") {
  const Folder folder;
  const std::string path = folder.file("a.md");
  ProcessSystem system;
  REQUIRE(system.write_file(path, "un").ok());
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(system.write_file(path, "deux").ok());
  CHECK(content(path) == "deux");
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a file of the longest name is written") {
  const Folder folder;
  const std::string path = folder.file(std::string(255, 'a').c_str());
  ProcessSystem system;
  REQUIRE(system.write_file(path, "un").ok());
  CHECK(content(path) == "un");
}

TEST_CASE("a new file is written where the name has no folder, and into folders that are missing") {
  const Folder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.file(""));
  ProcessSystem system;
  const bool bare = system.write_file("a.md", "un").ok();
  const bool deep = system.write_file("b/c/d.md", "deux").ok();
  fs::current_path(before);
  CHECK(bare);
  CHECK(deep);
  CHECK(content(folder.file("a.md")) == "un");
  CHECK(content(folder.file("b/c/d.md")) == "deux");
}

TEST_CASE("the files below a folder: sorted, without what is hidden and what links lead to") {
  const Folder folder;
  ProcessSystem system;
  for (const char* name : {"b/c.md", "a.md", "b/d/e.md", ".git/f.md", "b/.g.md"})
    REQUIRE(system.write_file(folder.file(name), "").ok());
  fs::create_directory_symlink(folder.file("b"), folder.file("h"));
  const FilesBelow below = system.files_below(folder.file(""));
  CHECK(below.files == std::vector{folder.file("a.md"), folder.file("b/c.md"), folder.file("b/d/e.md")});
  CHECK(below.problems.empty());
}

TEST_CASE("a folder that cannot be read is told, and the rest is read") {
  const Folder folder;
  ProcessSystem system;
  CHECK(system.files_below(folder.file("none")).problems.at(0).key == "cli/unreadable-folder");

  for (const char* name : {"a/b.md", "c/d.md", "e/f.md"})
    REQUIRE(system.write_file(folder.file(name), "").ok());
  const std::string locked = folder.file("c");
  fs::permissions(locked, fs::perms::none);
  const FilesBelow below = system.files_below(folder.file(""));
  std::error_code refused;
  fs::directory_iterator(locked, refused);
  fs::permissions(locked, fs::perms::owner_all);
  const bool is_refused = static_cast<bool>(refused);  // not to an administrator
  CHECK(below.files.size() == (is_refused ? 2 : 3));
  REQUIRE(below.problems.size() == (is_refused ? 1 : 0));
  if (is_refused) CHECK(below.problems[0].arguments.at(0) == locked);
}

TEST_CASE("a write-protected file stays as it is, for an administrator too") {
  const Folder folder;
  const std::string path = folder.file("a.md");
  ProcessSystem system;
  REQUIRE(system.write_file(path, "un").ok());
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read);
  const Result<Done> done = system.write_file(path, "deux");
  REQUIRE(!done.ok());
  CHECK(done.problem().key == "cli/unwritable");
  CHECK(content(path) == "un");
}

}  // namespace
}  // namespace depeche::cli
