// image/beside-the-page
//
// `![Photo](photo.png)`: a browser looks for it beside the page, whose address most often is made of the
// date. Only a file's name alone is told: with a folder (`./photo.png`, `photos/photo.png`) it is meant so,
// and some sites do put their pictures there.
//
// ```diff
//   ⟦![Photo](photo.png)⟧
// ```
#include <string>

#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

// No scheme, no folder, no place in this page, nothing that Liquid fills in. With a folder it is mostly meant so:
// 13 pictures of two real documents in 822 do lie beside their page.
bool is_name_alone(std::string_view address) {
  return !address.empty() && address.find_first_of("/:#?{") == std::string_view::npos &&
         address.find('.') != std::string_view::npos;
}

void check(const Input& input, NodeId node, Report& found) {
  const std::string_view address = input.tree().attribute(node, "src").value_or("");
  if (is_name_alone(address)) found.add(input.tree().span(node), {std::string(address)});
}

}  // namespace

extern const Rule image_beside_the_page = {
    .id = "image/beside-the-page",
    .order = 330,
    .severity = Severity::kHint,
    .check_node = {{Kind::kImage}, check},
};

}  // namespace depeche::rules
