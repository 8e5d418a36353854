// Real kramdown, in a child process that serves for as long as the Oracle lives.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

namespace depeche {

class Oracle {
 public:
  // Starts `ruby SCRIPT`; ends the program with a message when that cannot be.
  explicit Oracle(const std::string& script);
  ~Oracle();
  Oracle(const Oracle&) = delete;
  Oracle& operator=(const Oracle&) = delete;

  // kramdown's HTML; none for a document that it cannot read, or not within a few seconds.
  std::optional<std::string> html(std::string_view markdown);

 private:
  void write_all(std::string_view bytes);
  std::string read_exactly(std::size_t size);

  pid_t child_ = -1;
  int to_child_ = -1;
  int from_child_ = -1;
};

}  // namespace depeche
