// What the page around the editor says of the site that serves it: its version, who runs it, and where its legal
// pages are (docs/hosting.md). Each detail has a name.
//
// Décret 2019-768 wants the accessibility of a public site told in one of three mentions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace depeche::app {

enum class Conformity : std::uint8_t { kUnsaid, kNone, kPartial, kFull };

struct Host {
  std::string version;  // of the editor, e.g. "0.1.0"
  std::string name;     // of who runs the site
  Conformity conformity = Conformity::kUnsaid;
  // Whole addresses, http or https.
  std::string accessibility;
  std::string legal;
  std::string privacy;
  std::string contact;
  std::string licences;  // of what others have written
  bool operator==(const Host&) const = default;
};

inline constexpr std::size_t kLongestHostName = 800;      // bytes: 200 characters
inline constexpr std::size_t kLongestHostAddress = 2000;  // likewise

// Reads one detail into `into`. A value that is too long or is not of its kind changes nothing, nor does an
// unknown name.
void read_host_detail(std::string_view name, std::string_view value, Host& into);

}  // namespace depeche::app
