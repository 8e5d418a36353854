// The real system: its files, and the three standard streams of the process.
#pragma once

#include "cli/system.h"

namespace depeche::cli {

class ProcessSystem : public System {
 public:
  Result<std::string> read_file(const std::string& path) override;
  Result<std::string> read_input() override;
  Result<Done> write_file(const std::string& path, std::string_view bytes) override;
  bool is_folder(const std::string& path) override;
  FilesBelow files_below(const std::string& path) override;
  void print(std::string_view text) override;
  void complain(std::string_view text) override;
};

}  // namespace depeche::cli
