// The table of contents as kramdown writes it: lists in lists, a link for each heading.
#include "markdown/contents.h"
#include "writers/kramdown_converter.h"

namespace depeche::writers {

using markdown::Kind;
using markdown::NodeId;

void KramdownConverter::write_contents(NodeId node, int columns) {
  const markdown::HeadingLevels levels_listed = markdown::contents_levels(tree_);
  std::vector<NodeId> headings;
  for (NodeId heading = 0; heading < tree_.size(); ++heading) {
    if (tree_.kind(heading) == Kind::kHeading && tree_.attribute(heading, "id") &&
        !tree_.has_class(heading, "no_toc") &&
        levels_listed[static_cast<std::size_t>(tree_.level(heading))]) {
      headings.push_back(heading);
    }
  }
  if (headings.empty()) return;
  const std::string_view name = tree_.name(node);
  indent(columns);
  put("<", name);
  write_attributes(node);
  const std::string own_id(tree_.attribute(node, "id").value_or("markdown-toc"));
  if (!tree_.attribute(node, "id")) write_attribute("id", own_id);
  html_ += ">\n";
  is_in_contents_ = true;
  std::vector<int> levels;  // of the items that are open
  const auto item_columns = [&] { return columns + 4 * static_cast<int>(levels.size()) - 2; };
  const auto close_items = [&](int level) {
    bool has_list = false;  // the innermost open item holds a list
    while (!levels.empty() && levels.back() >= level) {
      if (has_list) {
        indent(item_columns() + 2);
        put("</", name, ">\n");
        indent(item_columns());
      }
      put("</li>\n");
      levels.pop_back();
      has_list = true;
    }
    return has_list;
  };
  for (NodeId heading : headings) {
    const int level = tree_.level(heading);
    const bool goes_on = close_items(level);
    if (!goes_on && !levels.empty()) {
      indent(item_columns() + 2);
      put("<", name, ">\n");
    }
    levels.push_back(level);
    indent(item_columns());
    const std::string id(*tree_.attribute(heading, "id"));
    put("<li><a");
    write_attribute("href", "#" + id);
    write_attribute("id", own_id + "-" + id);
    put(">");
    write_children(heading, columns);
    put("</a>");
  }
  close_items(0);
  is_in_contents_ = false;
  indent(columns);
  close_tag(name);
  html_ += '\n';
}

}  // namespace depeche::writers
