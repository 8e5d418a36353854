#include "html/elements.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace depeche::html {
namespace {

// In order of name.
constexpr Element kElements[] = {
    {"a", kLink | kSafe | kInLine | kHoldsSpans, "download href hreflang name rel target type"},
    {"abbr", kSafe | kInLine | kHoldsSpans},
    {"acronym", kSafe | kInLine | kHoldsSpans},
    {"address", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"applet", kAsBlock | kHoldsBlocks},
    {"area", kVoid | kInLine | kAsBlock},
    {"article", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"aside", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"audio", kNoProse},
    {"b", kSafe | kInLine | kHoldsSpans},
    {"base", kVoid | kInLine | kAsBlock},
    {"bdi", kSafe},
    {"bdo", kSafe | kInLine | kHoldsSpans},
    {"big", kSafe | kInLine | kHoldsSpans},
    {"blockquote", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks, "cite"},
    {"body", kBlock | kAsBlock | kHoldsBlocks},
    {"br", kVoid | kSafe | kInLine},
    {"button", kNoProse | kInLine | kHoldsSpans},
    {"canvas", kNoProse},
    {"caption", kBlock | kRowGroup | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"center", kBlock | kEndsParagraph | kSafe},
    {"cite", kSafe | kInLine | kHoldsSpans},
    {"code", kSafe | kInLine},
    {"col", kVoid | kSafe | kAsBlock, "align span valign width"},
    {"colgroup", kRowGroup | kSafe | kAsBlock, "align span valign width"},
    {"command", kVoid | kInLine | kAsBlock},
    {"comment", kNoProse},
    {"datalist", kNoProse},
    {"dd", kBlock | kEndsParagraph | kDescription | kSafe | kAsBlock | kHoldsBlocks},
    {"del", kSafe | kInLine | kHoldsSpans, "cite datetime"},
    {"details", kBlock | kEndsParagraph | kSafe | kInLine | kAsBlock | kHoldsBlocks, "open"},
    {"dfn", kSafe | kInLine | kHoldsSpans},
    {"dir", kBlock | kList},
    {"div", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks, "align"},
    {"dl", kBlock | kEndsParagraph | kDescriptionList | kSafe | kAsBlock | kHoldsBlocks},
    {"dt", kBlock | kEndsParagraph | kDescription | kSafe | kAsBlock | kHoldsSpans},
    {"em", kSafe | kInLine | kHoldsSpans},
    {"embed", kVoid | kInLine | kAsBlock},
    {"fieldset", kBlock | kAsBlock | kHoldsBlocks},
    {"figcaption", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"figure", kBlock | kEndsParagraph | kSafe | kInLine | kAsBlock | kHoldsBlocks},
    {"footer", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"form", kBlock | kAsBlock | kHoldsBlocks},
    {"h1", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"h2", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"h3", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"h4", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"h5", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"h6", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"head", kAsBlock},
    {"header", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"hgroup", kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"hr", kVoid | kEndsParagraph | kSafe | kAsBlock, "align width"},
    {"html", kBlock | kAsBlock},
    {"i", kSafe | kInLine | kHoldsSpans},
    {"iframe", kRawText | kNoProse | kUnseen | kAsBlock | kHoldsBlocks},
    {"img", kVoid | kSafe | kInLine, "align alt decoding height loading sizes src srcset width"},
    {"input", kVoid | kSafe | kInLine, "checked disabled type"},
    {"ins", kSafe | kInLine | kHoldsSpans, "cite datetime"},
    {"kbd", kSafe | kInLine},
    {"keygen", kVoid | kInLine | kAsBlock},
    {"label", kInLine | kHoldsSpans},
    {"legend", kAsBlock | kHoldsSpans},
    {"li", kBlock | kEndsParagraph | kItem | kSafe | kAsBlock | kHoldsBlocks, "value"},
    {"link", kVoid | kInLine | kAsBlock},
    {"main", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"map", kAsBlock | kHoldsBlocks},
    {"mark", kSafe | kInLine},
    {"math", kNoProse | kInLine | kAsBlock},
    {"menu", kBlock | kList | kAsBlock | kHoldsBlocks},
    {"meta", kVoid | kInLine | kAsBlock},
    {"nav", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"noembed", kRawText | kNoProse | kUnseen},
    {"noframes", kRawText | kNoProse | kUnseen},
    {"noscript", kRawText | kNoProse | kUnseen | kInLine | kAsBlock | kHoldsBlocks},
    {"object", kNoProse | kInLine | kAsBlock | kHoldsBlocks},
    {"ol", kBlock | kEndsParagraph | kList | kSafe | kAsBlock, "start type reversed"},
    {"optgroup", kAsBlock | kHoldsSpans},
    {"option", kInLine},
    {"p", kBlock | kEndsParagraph | kParagraph | kSafe | kAsBlock | kHoldsSpans, "align"},
    {"param", kVoid | kInLine | kAsBlock},
    {"plaintext", kRawText},
    {"pre", kBlock | kEndsParagraph | kSafe | kAsBlock},
    {"q", kSafe | kInLine | kHoldsSpans, "cite"},
    {"rb", kInLine | kHoldsSpans},
    {"rbc", kInLine | kHoldsSpans},
    {"rp", kSafe | kInLine | kHoldsSpans},
    {"rt", kSafe | kInLine | kHoldsSpans},
    {"rtc", kInLine | kHoldsSpans},
    {"ruby", kSafe | kInLine | kHoldsSpans},
    {"s", kSafe},
    {"samp", kSafe | kInLine},
    {"script", kRawText | kCode | kNoProse | kUnseen | kInLine | kAsBlock},
    {"section", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"select", kNoProse | kInLine | kHoldsSpans},
    {"small", kSafe | kInLine | kHoldsSpans},
    {"source", kVoid | kInLine | kAsBlock},
    {"span", kSafe | kInLine | kHoldsSpans},
    {"strike", kSafe},
    {"strong", kSafe | kInLine | kHoldsSpans},
    {"style", kRawText | kCode | kNoProse | kUnseen | kInLine | kAsBlock},
    {"sub", kSafe | kInLine | kHoldsSpans},
    {"summary", kBlock | kEndsParagraph | kSafe | kAsBlock | kHoldsBlocks},
    {"sup", kSafe | kInLine | kHoldsSpans},
    {"svg", kNoProse},
    {"table", kBlock | kEndsParagraph | kTable | kSafe | kAsBlock,
     "align border cellpadding cellspacing summary width"},
    {"tbody", kBlock | kRowGroup | kSafe | kAsBlock, "align valign"},
    {"td", kBlock | kCell | kSafe | kAsBlock | kHoldsBlocks,
     "abbr align colspan headers height rowspan scope valign width"},
    {"template", kNoProse},
    {"textarea", kRawText | kNoProse | kInLine | kAsBlock},
    {"tfoot", kBlock | kRowGroup | kSafe | kAsBlock, "align valign"},
    {"th", kBlock | kCell | kSafe | kAsBlock | kHoldsSpans,
     "abbr align colspan headers height rowspan scope valign width"},
    {"thead", kBlock | kRowGroup | kSafe | kAsBlock, "align valign"},
    {"time", kSafe, "datetime"},
    {"title", kRawText | kNoProse | kUnseen},
    {"tr", kBlock | kRow | kSafe | kAsBlock, "align valign"},
    {"track", kVoid | kInLine | kAsBlock},
    {"tt", kSafe | kInLine | kHoldsSpans},
    {"u", kSafe | kInLine},
    {"ul", kBlock | kEndsParagraph | kList | kSafe | kAsBlock, "type"},
    {"var", kSafe | kInLine},
    {"video", kNoProse},
    {"wbr", kVoid | kSafe | kInLine | kAsBlock},
    {"xml", kNoProse},
    {"xmp", kRawText},
};
static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));

// Where those begin that begin with a letter: `a` first, behind `z` last.
constexpr auto kBegins = [] {
  std::array<std::uint8_t, 27> begins{};
  for (std::size_t letter = 0; letter < begins.size(); ++letter) {
    const auto is_before = [&](const Element& element) {
      return static_cast<std::size_t>(element.name[0] - 'a') < letter;
    };
    begins[letter] = static_cast<std::uint8_t>(std::ranges::count_if(kElements, is_before));
  }
  return begins;
}();

}  // namespace

const Element* find_element(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return nullptr;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = kBegins[letter]; i < kBegins[letter + 1]; ++i) {
    if (kElements[i].name == name) return &kElements[i];
  }
  return nullptr;
}

Traits traits_of(std::string_view name) {
  const Element* element = find_element(name);
  return element == nullptr ? 0 : element->traits;
}

}  // namespace depeche::html
