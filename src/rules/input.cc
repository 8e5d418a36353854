#include "rules/input.h"

#include "site/language.h"

namespace depeche::rules {

const markdown::ReaderText& Input::reader_text(markdown::NodeId block) const {
  if (block != block_) text_ = markdown::reader_text(tree(), block, {});
  block_ = block;
  return text_;
}

const std::string& Input::language() const {
  if (language_) return *language_;
  language_ = settings.language.empty() ? site::language_tag_of(release).value_or("") : settings.language;
  return *language_;
}

const portability::Comparison& Input::comparison() const {
  if (comparison_) return *comparison_;
  const bool is_of_the_site = release.dialect == markdown::Dialect::kKramdown;
  comparison_ = is_of_the_site ? portability::compare_readings(release.text, release.body, release.tree)
                               : portability::Comparison();
  return *comparison_;
}

}  // namespace depeche::rules
