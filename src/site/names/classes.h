// The classes by which the ministries' sites give a block its own look. People write them as attribute lists on the
// line below a paragraph: `{: .citation}`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche::site {

enum class BlockClass : std::uint8_t {
  kCitation,
  kAuthor,         // of a citation: a block of its own, below it
  kImportantLink,  // a link that stands out
  kCentered,
};

inline constexpr std::array<std::string_view, 4> kAttributeLists = {
    "{: .citation}", "{: .auteur-citation}", "{: .lien-important}", "{: .text-center}"};

// The attribute list that gives a block the class.
constexpr std::string_view attribute_list(BlockClass block_class) {
  return kAttributeLists[static_cast<std::size_t>(block_class)];
}

// The name of the class: "citation" of `{: .citation}`.
constexpr std::string_view class_name(BlockClass block_class) {
  const std::string_view list = attribute_list(block_class);
  return list.substr(4, list.size() - 5);
}

}  // namespace depeche::site
