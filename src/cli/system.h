// All that the commands ask of the system, as an interface that tests can replace.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace depeche::cli {

struct Done {};

struct FilesBelow {
  std::vector<std::string> files;  // each as the folder's path + "/" + …, sorted
  std::vector<Message> problems;   // cli/unreadable-folder, for each folder that cannot be listed
};

class System {
 public:
  virtual ~System() = default;

  // All bytes of a file or of standard input. Problems: cli/unreadable, cli/too-large (over
  // kMaximumTextSize).
  virtual Result<std::string> read_file(const std::string& path) = 0;
  virtual Result<std::string> read_input() = 0;

  // Replaces a file as a whole, and makes the folders above it. After a problem (cli/unwritable) the old file
  // is as it was. What is not a regular file, such as a terminal, is written to directly.
  virtual Result<Done> write_file(const std::string& path, std::string_view bytes) = 0;

  virtual bool is_folder(const std::string& path) = 0;

  // The regular files anywhere below a folder. Hidden files and folders and links to folders are left out.
  virtual FilesBelow files_below(const std::string& path) = 0;

  // Write to standard output and to standard error, byte for byte.
  virtual void print(std::string_view text) = 0;
  virtual void complain(std::string_view text) = 0;
};

}  // namespace depeche::cli
