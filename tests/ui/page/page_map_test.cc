// The map between source and page: going down in the one is going down in the other.
#include "ui/page/page_map.h"

#include <string>

#include "doctest/doctest.h"
#include "tests/ui/page/block_names.h"

namespace depeche::ui {
namespace {

struct Mapped {
  explicit Mapped(const std::string& text)
      : release(read_release(Text(text))),
        page(page_blocks(release, messages::Catalog::of(messages::Language::kFrench))),
        map(page, release.text.size()) {
    const std::vector<float> heights(page.blocks.size(), 10.0F);
    flow.splice(0, 0, heights);
  }
  Release release;
  PageBlocks page;
  PageMap map;
  layout::Flow flow;
};

const std::string kText =
    "---\ntitle: Un titre\ndate: 2026-09-14\ncategories:\n- Communiqué\nfiles:\n- file: /b.pdf\n---\n\n"
    "Un.\n\nDeux[^n] trois.\n\n[^n]: La note.\n\n- a\n- b\n";

TEST_CASE("both ends meet, and nothing goes back") {
  const Mapped mapped(kText);
  CHECK(mapped.map.source_at(mapped.flow, 4, -4) == doctest::Approx(0));
  CHECK(mapped.map.source_at(mapped.flow, 4, mapped.flow.total_height() + 4) ==
        doctest::Approx(static_cast<double>(kText.size())));
  double before = -100;
  for (double y = -4; y <= mapped.flow.total_height() + 4; y += 0.5) {
    const double source = mapped.map.source_at(mapped.flow, 4, y);
    CHECK(source >= before);
    before = source;
  }
  before = -100;
  for (Offset source = 0; source <= kText.size(); ++source) {
    const double y = mapped.map.height_at(mapped.flow, 4, source);
    CHECK(y >= before);
    before = y;
    CHECK(mapped.map.source_at(mapped.flow, 4, y) == doctest::Approx(static_cast<double>(source)));
  }
}

TEST_CASE("the caret finds its block, also of a field that stands elsewhere on the page") {
  const Mapped mapped(kText);
  struct Row {
    std::string at;
    std::string block;
  };
  for (const Row& row :
       {Row{"Un titre", "title"}, Row{"2026", "date"}, Row{"/b.pdf", "file"}, Row{"Deux", "body"}}) {
    CAPTURE(row.at);
    const auto block = mapped.map.block_of(mapped.page, static_cast<Offset>(kText.find(row.at)));
    REQUIRE(block);
    CHECK(name_of(mapped.page.blocks[*block].content) == row.block);
  }
  const auto note = mapped.map.block_of(mapped.page, static_cast<Offset>(kText.find("La note")));
  REQUIRE(note);
  CHECK(mapped.page.is_inside(mapped.page.blocks[*note], ContainerLook::kFootnote));
}

TEST_CASE("a page of nothing has a map too") {
  const Mapped mapped("");
  CHECK(mapped.map.source_at(mapped.flow, 4, 5) == doctest::Approx(0));
  CHECK(mapped.map.height_at(mapped.flow, 4, 0) >= -4);
}

}  // namespace
}  // namespace depeche::ui
