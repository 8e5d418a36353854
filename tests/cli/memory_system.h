// A system in memory: files in a map, streams in strings.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/system.h"

namespace depeche::cli {

class MemorySystem : public System {
 public:
  std::map<std::string, std::string> files;
  std::set<std::string> read_only;  // paths that cannot be written
  std::vector<Message> unreadable;  // what is told of each folder
  std::string input;
  std::string printed;
  std::string complaints;

  Result<std::string> read_file(const std::string& path) override {
    const auto found = files.find(path);
    if (found == files.end()) return Message{"cli/unreadable", {path, "No such file or directory"}};
    return found->second;
  }

  Result<std::string> read_input() override { return input; }

  Result<Done> write_file(const std::string& path, std::string_view bytes) override {
    if (read_only.contains(path)) return Message{"cli/unwritable", {path, "Permission denied"}};
    files[path] = bytes;
    return Done{};
  }

  bool is_folder(const std::string& path) override { return path == "." || !below(path).empty(); }

  FilesBelow files_below(const std::string& path) override { return {below(path), unreadable}; }

  void print(std::string_view text) override { printed += text; }
  void complain(std::string_view text) override { complaints += text; }

 private:
  std::vector<std::string> below(const std::string& path) const {
    std::vector<std::string> found;
    for (const auto& [name, bytes] : files) {
      if (path == ".") found.push_back("./" + name);
      if (name.starts_with(path + "/")) found.push_back(name);
    }
    return found;
  }
};

}  // namespace depeche::cli
