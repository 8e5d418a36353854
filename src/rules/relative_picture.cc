// image/beside-the-page: `![Photo](photo.png)`, which a browser looks for beside the page's own address. That
// is made of the date (/2026/10/15/…), and no picture lies there. Pictures of the site begin with a slash.
//
// Who writes `./photo.png` or `photos/photo.png` has a folder in mind, and some sites put one beside the page:
// 13 pictures of two real documents in 822. So only a file's name alone is told, and as a hint.
#include <string>

#include "rules/checks.h"
#include "rules/report.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

// No scheme, no folder, no place in this page, nothing that Liquid fills in.
bool is_name_alone(std::string_view address) {
  return !address.empty() && address.find_first_of("/:#?{") == std::string_view::npos &&
         address.find('.') != std::string_view::npos;
}

}  // namespace

void check_relative_picture(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  const Tree& tree = release.tree;
  for (NodeId node = tree.root(); node < tree.size(); ++node) {
    if (tree.kind(node) != Kind::kImage) continue;
    const std::string_view address = tree.attribute(node, "src").value_or("");
    if (is_name_alone(address)) found.push_back(report(rule, tree.span(node), {std::string(address)}));
  }
}

}  // namespace depeche::rules
