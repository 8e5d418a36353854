#include "layout/joining.h"

#include "base/utf8.h"
#include "text/class_table.h"

namespace depeche::layout {
namespace {

// Joining_Type, by its short names.
enum class Class : std::uint8_t {
  kU,  // does not join
  kC,  // joins both sides and has no shapes: tatweel, the zero-width joiner
  kD,  // joins both sides
  kL,  // joins the next alone
  kR,  // joins the one before alone
};

using enum Class;
constexpr ClassStart<Class> kStarts[] = {
#include "layout/joining_classes.inc"
};
constexpr ClassTable kClasses(kStarts);

constexpr std::string_view kZeroWidthNonJoiner = "\u200C";

Class class_of(std::string_view cluster) {
  return kClasses[decode_utf8(cluster, 0).code_point];
}

}  // namespace

bool letters_join(std::string_view before, std::string_view after) {
  const Class left = class_of(before);
  if (left == kU || left == kR) return false;
  const Class right = class_of(after);
  return right != kU && right != kL && !before.ends_with(kZeroWidthNonJoiner);
}

bool letters_merge(std::string_view before, std::string_view after) {
  if (decode_utf8(before, 0).code_point != U'ل') return false;
  const char32_t alef = decode_utf8(after, 0).code_point;
  return alef == U'ا' || alef == U'أ' || alef == U'إ' || alef == U'آ';
}

}  // namespace depeche::layout
