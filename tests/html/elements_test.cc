// What is known of HTML's elements.
#include "html/elements.h"

#include <doctest/doctest.h>

#include "base/ascii.h"

namespace depeche::html {
namespace {

TEST_CASE("What an element is") {
  struct Row {
    std::string_view name;
    Traits has, lacks;
  };
  const Row rows[] = {
      {"br", kVoid | kInLine | kSafe, kBlock | kAsBlock | kRawText},
      {"wbr", kVoid | kInLine | kAsBlock | kSafe, kBlock},
      {"p", kBlock | kParagraph | kEndsParagraph | kAsBlock | kHoldsSpans, kInLine | kVoid},
      {"div", kBlock | kEndsParagraph | kAsBlock | kHoldsBlocks, kInLine | kParagraph},
      {"details", kInLine | kAsBlock | kHoldsBlocks, kVoid},
      {"em", kInLine | kHoldsSpans | kSafe, kAsBlock | kBlock | kNoProse},
      {"code", kInLine | kSafe, kHoldsSpans | kHoldsBlocks | kCode},
      {"td", kCell | kBlock | kHoldsBlocks, kRow | kRowGroup | kEndsParagraph},
      {"menu", kList | kBlock, kSafe},
      {"script", kRawText | kCode | kNoProse | kUnseen | kInLine | kAsBlock, kSafe | kVoid},
      {"textarea", kRawText | kNoProse, kUnseen | kCode | kSafe},
      {"xmp", kRawText, kNoProse | kInLine | kAsBlock},
      {"video", kNoProse, kRawText | kInLine | kAsBlock | kSafe},
      {"title", kRawText | kUnseen | kNoProse, kInLine | kAsBlock | kSafe},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK((traits_of(row.name) & row.has) == row.has);
    CHECK((traits_of(row.name) & row.lacks) == 0);
  }
}

TEST_CASE("Every row is found by its name, and nothing else is") {
  for (const std::string_view name : {"a", "abbr", "h1", "s", "samp", "wbr", "xmp"}) {
    CAPTURE(name);
    REQUIRE(find_element(name) != nullptr);
    CHECK(find_element(name)->name == name);
  }
  for (const std::string_view name : {"", "A", "BR", "ab", "h7", "zz", "{", "\xC3\xA9", "www.gouv.fr"}) {
    CAPTURE(name);
    CHECK(find_element(name) == nullptr);
    CHECK(traits_of(name) == 0);
  }
}

TEST_CASE("What the sanitizer lets through neither runs nor loads another page") {
  for (const std::string_view name :
       {"applet", "audio", "base",     "button",   "embed",  "form",      "frame",  "iframe",
        "link",   "math",  "meta",     "noscript", "object", "plaintext", "script", "select",
        "style",  "svg",   "template", "textarea", "title",  "video",     "xmp"}) {
    CAPTURE(name);
    CHECK(!is_any(name, kSafe));
  }
  CHECK(has_word(find_element("a")->safe_attributes, "href"));
  CHECK(!has_word(find_element("a")->safe_attributes, "ping"));
  CHECK(!has_word(find_element("img")->safe_attributes, "src srcset"));
}

}  // namespace
}  // namespace depeche::html
