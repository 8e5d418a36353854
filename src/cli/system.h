// All that the commands ask of the system, so that tests can stand in for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace depeche::cli {

struct Done {};

struct FilesBelow {
  std::vector<std::string> files;  // each as the folder's path + "/" + …, sorted
  std::vector<Message> problems;   // cli/unreadable-folder, for each that cannot be looked into
};

class System {
 public:
  virtual ~System() = default;

  // All bytes of a file or of standard input. Problems: cli/unreadable, cli/too-large (over
  // kMaximumTextSize).
  virtual Result<std::string> read_file(const std::string& path) = 0;
  virtual Result<std::string> read_input() = 0;

  // Replaces a file as a whole, making the folders it lies in. A problem leaves the old file as it was:
  // cli/unwritable.
  virtual Result<Done> write_file(const std::string& path, std::string_view bytes) = 0;

  virtual bool is_folder(const std::string& path) = 0;

  // The files below a folder; hidden ones and links to folders left out.
  virtual FilesBelow files_below(const std::string& path) = 0;

  // Standard output and standard error, bytes as they are.
  virtual void print(std::string_view text) = 0;
  virtual void complain(std::string_view text) = 0;
};

}  // namespace depeche::cli
