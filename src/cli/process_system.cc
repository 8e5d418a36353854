#include "cli/process_system.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/span.h"
#include "cli/file_name.h"

namespace depeche::cli {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

std::string reason(int error) {
  return std::generic_category().message(error);
}

Message unreadable(const std::string& path, const std::string& why) {
  return {"cli/unreadable", {path, why}};
}

Message unwritable(const std::string& path, const std::string& why) {
  return {"cli/unwritable", {path, why}};
}

Result<std::string> read_all(std::FILE* file, const std::string& name) {
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const std::size_t count = std::fread(buffer, 1, sizeof buffer, file);
    bytes.append(buffer, count);
    if (bytes.size() > kMaximumTextSize)
      return Message{"cli/too-large", {name, std::to_string(kMaximumTextSize >> 20)}};
    if (count < sizeof buffer) break;
  }
  if (std::ferror(file) != 0) return unreadable(name, reason(errno));
  return bytes;
}

// Nobody may write to it, as its permissions say.
bool is_protected(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  constexpr fs::perms kWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  return fs::is_regular_file(status) && (status.permissions() & kWrite) == fs::perms::none;
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().generic_string();
  return name.size() > 1 && name[0] == '.' && name != "..";
}

}  // namespace

Result<std::string> ProcessSystem::read_file(const std::string& path) {
  if (is_folder(path)) return unreadable(path, reason(EISDIR));
  const File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return unreadable(path, reason(errno));
  return read_all(file.get(), path);
}

Result<std::string> ProcessSystem::read_input() {
  return read_all(stdin, "-");
}

Result<Done> ProcessSystem::write_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  // A link keeps pointing at its file, and the file keeps its permissions.
  fs::path target = path;
  if (fs::is_symlink(target, error)) {
    target = fs::weakly_canonical(target, error);
    if (error) return unwritable(path, error.message());
  }
  if (fs::is_directory(target, error)) return unwritable(path, reason(EISDIR));
  if (target.has_parent_path()) {
    fs::create_directories(target.parent_path(), error);
    if (error) return unwritable(path, error.message());
  }

  // A write-protected file is meant to stay; putting another in its place would get around that, and for an
  // administrator so would opening it.
  if (is_protected(target)) return unwritable(path, reason(EACCES));

  // What is no plain file, such as a terminal, is written to as it stands.
  const bool replaces_file = !fs::exists(target, error) || fs::is_regular_file(target, error);
  const std::string beside = file_name_with(target.filename().string(), ".depeche-new");
  const fs::path written = replaces_file ? target.parent_path() / beside : target;
  {
    File file(std::fopen(written.c_str(), "wb"));
    if (file == nullptr) return unwritable(path, reason(errno));
    const bool is_whole = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    // Some file systems tell only at the end that there was no room.
    if (std::fclose(file.release()) != 0 || !is_whole) {
      const int failure = errno;
      if (replaces_file) fs::remove(written, error);
      return unwritable(path, reason(failure));
    }
  }
  if (!replaces_file) return Done{};
  if (const fs::file_status old = fs::status(target, error); fs::exists(old))
    fs::permissions(written, old.permissions(), error);
  fs::rename(written, target, error);
  if (!error) return Done{};
  std::error_code ignored;
  fs::remove(written, ignored);
  return unwritable(path, error.message());
}

bool ProcessSystem::is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// One folder after the other, so that one that cannot be read keeps nobody from the others.
FilesBelow ProcessSystem::files_below(const std::string& path) {
  FilesBelow found;
  std::vector<fs::path> folders = {path};
  while (!folders.empty()) {
    const fs::path folder = std::move(folders.back());
    folders.pop_back();
    std::error_code error, ignored;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      if (is_hidden(entry->path())) continue;
      const bool is_folder = entry->is_directory(ignored) && !entry->is_symlink(ignored);
      if (is_folder) folders.push_back(entry->path());
      if (entry->is_regular_file(ignored)) found.files.push_back(entry->path().generic_string());
    }
    if (error)
      found.problems.push_back({"cli/unreadable-folder", {folder.generic_string(), error.message()}});
  }
  std::ranges::sort(found.files);
  return found;
}

void ProcessSystem::print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void ProcessSystem::complain(std::string_view text) {
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace depeche::cli
