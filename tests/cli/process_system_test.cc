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
