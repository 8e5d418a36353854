#include "cli/help.h"

#include "embedded/help.h"

namespace depeche::cli {
namespace {

struct Help {
  std::string_view name;
  const std::string_view& french;
  const std::string_view& english;
};

constexpr Help kHelp[] = {
    {"depeche", embedded::help::depeche_fr_txt, embedded::help::depeche_en_txt},
    {"check", embedded::help::check_fr_txt, embedded::help::check_en_txt},
    {"html", embedded::help::html_fr_txt, embedded::help::html_en_txt},
    {"json", embedded::help::json_fr_txt, embedded::help::json_en_txt},
    {"set", embedded::help::set_fr_txt, embedded::help::set_en_txt},
    {"link", embedded::help::link_fr_txt, embedded::help::link_en_txt},
    {"open", embedded::help::open_fr_txt, embedded::help::open_en_txt},
};

}  // namespace

std::string_view help(std::string_view name, messages::Language language) {
  for (const Help& help : kHelp)
    if (help.name == name) return language == messages::Language::kFrench ? help.french : help.english;
  return {};
}

}  // namespace depeche::cli
