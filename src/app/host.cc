#include "app/host.h"

#include <algorithm>
#include <array>
#include <utility>

namespace depeche::app {
namespace {

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7F;
  });
}

bool is_name(std::string_view text) {
  return text.size() <= kLongestHostName && !has_control(text);
}

bool is_address(std::string_view text) {
  const bool leads_to_page = text.starts_with("https://") || text.starts_with("http://");
  return leads_to_page && text.size() <= kLongestHostAddress && !has_control(text);
}

constexpr std::array<std::pair<std::string_view, Conformity>, 3> kMentions = {{
    {"non conforme", Conformity::kNone},
    {"partiellement conforme", Conformity::kPartial},
    {"totalement conforme", Conformity::kFull},
}};

void read_mention(std::string_view value, Host& into) {
  for (const auto& [mention, conformity] : kMentions) {
    if (value == mention) into.conformity = conformity;
  }
}

template <std::string Host::*detail>
void read_name(std::string_view value, Host& into) {
  if (is_name(value)) into.*detail = value;
}

template <std::string Host::*detail>
void read_address(std::string_view value, Host& into) {
  if (is_address(value)) into.*detail = value;
}

struct Detail {
  std::string_view name;
  void (*read)(std::string_view value, Host& into);
};

constexpr Detail kDetails[] = {
    {"version", read_name<&Host::version>},    {"host", read_name<&Host::name>},
    {"accessibility", read_mention},           {"accessibility-page", read_address<&Host::accessibility>},
    {"legal", read_address<&Host::legal>},     {"privacy", read_address<&Host::privacy>},
    {"contact", read_address<&Host::contact>}, {"licences", read_address<&Host::licences>},
};

}  // namespace

void read_host_detail(std::string_view name, std::string_view value, Host& into) {
  const auto* const row = std::ranges::find(kDetails, name, &Detail::name);
  if (row != std::end(kDetails)) row->read(value, into);
}

}  // namespace depeche::app
