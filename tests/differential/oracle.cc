#include "tests/differential/oracle.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <iostream>

namespace depeche {
namespace {

constexpr std::uint32_t kFailure = 0xFFFFFFFF;

[[noreturn]] void give_up(std::string_view why) {
  std::cerr << "differential: " << why << '\n';
  std::exit(2);
}

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFF);
  return bytes;
}

std::uint32_t from_big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

Oracle::Oracle(const std::string& script) {
  std::signal(SIGPIPE, SIG_IGN);
  int down[2], up[2];
  if (pipe(down) != 0 || pipe(up) != 0) give_up("no pipe");
  child_ = fork();
  if (child_ < 0) give_up("no child process");
  if (child_ == 0) {
    dup2(down[0], STDIN_FILENO);
    dup2(up[1], STDOUT_FILENO);
    for (const int end : {down[0], down[1], up[0], up[1]}) close(end);
    execlp("ruby", "ruby", script.c_str(), static_cast<char*>(nullptr));
    give_up("ruby is not installed");
  }
  close(down[0]);
  close(up[1]);
  to_child_ = down[1];
  from_child_ = up[0];
}

Oracle::~Oracle() {
  close(to_child_);
  close(from_child_);
  waitpid(child_, nullptr, 0);
}

std::optional<std::string> Oracle::html(std::string_view markdown) {
  write_all(big_endian(static_cast<std::uint32_t>(markdown.size())));
  write_all(markdown);
  const std::uint32_t size = from_big_endian(read_exactly(4));
  if (size == kFailure) return std::nullopt;
  return read_exactly(size);
}

void Oracle::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(to_child_, bytes.data(), bytes.size());
    if (written <= 0) give_up("kramdown has ended (ruby-kramdown and ruby-kramdown-parser-gfm are needed)");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string Oracle::read_exactly(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size;) {
    const ssize_t count = read(from_child_, bytes.data() + at, size - at);
    if (count <= 0) give_up("kramdown has ended (ruby-kramdown and ruby-kramdown-parser-gfm are needed)");
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

}  // namespace depeche
