#include "app/kept_draft.h"

#include <algorithm>

#include "base/utf8.h"
#include "frontmatter/front_matter.h"
#include "site/names/fields.h"
#include "text/text.h"

namespace depeche::app {
namespace {

std::string on_one_line(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string line;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
    if (!line.empty() && !word.empty()) line += ' ';
    line += word;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return line;
}

}  // namespace

std::string title_of(std::string_view document) {
  const frontmatter::FrontMatter fields = frontmatter::read_front_matter(Text(std::string(document)));
  const frontmatter::Value* title = fields.find(site::name_of(site::Field::kTitle));
  if (title == nullptr || title->string() == nullptr) return "";
  return on_one_line(scrub_utf8(*title->string()));
}

}  // namespace depeche::app
