#include "frontmatter/verified_edit.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

#include "frontmatter/front_matter.h"

namespace depeche::frontmatter {
namespace {

bool is_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset == text.size()) return true;
  return (text[offset] & 0xC0) != 0x80 && !(text[offset - 1] == '\r' && text[offset] == '\n');
}

// Leaves out what is the same at both ends, on boundaries of code points and never between CR and LF.
void shrink(Replacement& edit, std::string_view text) {
  std::string_view before = edit.span.of(text);
  std::string_view after = edit.text;
  auto [at, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  std::size_t prefix = static_cast<std::size_t>(at - before.begin());
  while (prefix > 0 && !(is_boundary(before, prefix) && is_boundary(after, prefix))) --prefix;
  before.remove_prefix(prefix);
  after.remove_prefix(prefix);
  auto [back, other_back] = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
  std::size_t suffix = static_cast<std::size_t>(back - before.rbegin());
  while (suffix > 0 &&
         !(is_boundary(before, before.size() - suffix) && is_boundary(after, after.size() - suffix))) {
    --suffix;
  }
  edit.span = {edit.span.begin + static_cast<Offset>(prefix), edit.span.end - static_cast<Offset>(suffix)};
  edit.text = std::string(after.substr(0, after.size() - suffix));
}

}  // namespace

bool same_data(const Value& a, const Value& b) {
  if (a.data.index() != b.data.index()) return false;
  if (const auto* items = a.sequence()) {
    return std::equal(items->begin(), items->end(), b.sequence()->begin(), b.sequence()->end(), same_data);
  }
  if (const auto* entries = a.mapping()) {
    return std::equal(
        entries->begin(), entries->end(), b.mapping()->begin(), b.mapping()->end(),
        [](const auto& x, const auto& y) { return x.key == y.key && same_data(x.value, y.value); });
  }
  if (const auto* number = std::get_if<double>(&a.data)) {
    double other = std::get<double>(b.data);
    return *number == other || (*number != *number && other != other);
  }
  return std::visit(
      [&](const auto& data) {
        using Data = std::decay_t<decltype(data)>;
        if constexpr (std::is_same_v<Data, Sequence> || std::is_same_v<Data, Mapping>) {
          return false;  // compared above
        } else {
          return data == std::get<Data>(b.data);
        }
      },
      a.data);
}

std::optional<std::vector<Replacement>> verified_edit(std::string_view front, Replacement edit,
                                                      const Value& expected) {
  std::string changed(front);
  changed.replace(edit.span.begin, edit.span.size(), edit.text);
  const FrontMatter read = read_front_matter(Text(std::move(changed)));
  if (read.broken || !read.body.empty() || !same_data(read.root, expected)) return std::nullopt;
  shrink(edit, front);
  return std::vector<Replacement>{std::move(edit)};
}

}  // namespace depeche::frontmatter
