// The room that pictures get on the page, in a line, in a cell, by themselves; the columns of tables.
#include "ui/page/page_typesetting.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "imgui.h"
#include "tests/ui/bench.h"
#include "ui/draw/imgui_metrics.h"

namespace depeche::ui {
namespace {

// Pictures by their paths; keeps how wide each was drawn last, in physical pixels.
class Album : public Pictures {
 public:
  void add(const std::string& path, float width, float height) {
    pictures_[path] = {PictureState::kReady, width, height};
    ++version_;
  }
  float drawn(const std::string& path) const {
    const auto found = drawn_.find(path);
    return found == drawn_.end() ? 0 : found->second;
  }

  Picture find(std::string_view path) override {
    const auto found = pictures_.find(std::string(path));
    return found == pictures_.end() ? Picture{} : found->second;
  }
  std::uint64_t texture(std::string_view path, float width) override {
    drawn_[std::string(path)] = width;
    return 1;
  }
  std::uint64_t version() const override { return version_; }

 private:
  std::map<std::string, Picture> pictures_;
  std::map<std::string, float> drawn_;
  std::uint64_t version_ = 0;
};

// A sentence that takes more than the page's width.
std::string sentence() {
  std::string text = "Une phrase";
  for (int i = 0; i < 30; ++i) text += " de plus";
  return text;
}

float width_of_picture(const std::string& text, float width, float height) {
  Album album;
  album.add("/a.png", width, height);
  Bench bench(1280, 1200, 1, &album);
  bench.open(text);
  return album.drawn("/a.png");
}

TEST_CASE("a picture in a cell takes its own width where there is room, whatever its text") {
  CHECK(width_of_picture("| ![Logo](/a.png) | un |\n|---|---|\n| deux | trois |\n", 200, 100) == 200);

  Album album;
  album.add("/a.png", 60, 60);
  album.add("/b.png", 4000, 100);
  Bench bench(1280, 1200, 1, &album);
  bench.open("| ![" + sentence() + "](/a.png) | ![Logo](/b.png) |\n|---|---|\n| un | deux |\n");
  CHECK(album.drawn("/b.png") > 400);
}

TEST_CASE("a picture in a cell gives way to text, but stays large enough to be seen") {
  const std::string full = "| Logo | Texte |\n|---|---|\n| ![Logo](/a.png) | " + sentence() + " |\n";
  const float shown = width_of_picture(full, 200, 100);
  CHECK(shown >= 96);
  CHECK(shown < 200);
  CHECK(width_of_picture(full, 40, 40) == 40);
  CHECK(width_of_picture(full, 4000, 1000) > 150);
}

TEST_CASE("a table makes room for a picture that comes later") {
  Album album;
  Bench bench(1280, 1200, 1, &album);
  bench.open("| Logo | Texte |\n|---|---|\n| ![L](/a.png) | " + sentence() + " |\n");
  CHECK(album.drawn("/a.png") == 0);
  album.add("/a.png", 200, 100);
  bench.settle();
  CHECK(album.drawn("/a.png") >= 96);
}

TEST_CASE("a picture is as wide as it asks to be, by itself and in a line") {
  const struct {
    const char* attributes;
    float width;
  } rows[] = {
      {"", 400},
      {R"(width="100")", 100},
      {R"(width=" 100px ")", 100},
      {R"(width="100" height="7")", 100},  // in its own shape
      {R"(height="50")", 100},
      {R"(width="500")", 500},
      {R"(width="auto")", 400},
      {R"(width="0")", 400},
      {R"(width="-3")", 400},
      {R"(width=".5")", 400},
      {R"(height="50%")", 400},
  };
  for (const auto& [attributes, width] : rows) {
    CAPTURE(attributes);
    const std::string picture = std::string("![a](/a.png){: ") + attributes + "}";
    CHECK(width_of_picture(picture + "\n", 400, 200) == width);
    CHECK(width_of_picture("Une " + picture + " image.\n", 400, 200) == width);
  }
  const float whole = width_of_picture("![a](/a.png){: width=\"9999\"}\n", 4000, 200);
  CHECK(width_of_picture("![a](/a.png){: width=\"99999999999999999999\"}\n", 400, 20) == whole);
  CHECK(width_of_picture("![a](/a.png){: width=\"50%\"}\n", 4000, 200) ==
        doctest::Approx(whole / 2).epsilon(0.01));
}

TEST_CASE("a high picture is as high in a line as by itself") {
  CHECK(width_of_picture("![haut](/a.png)\n", 200, 3200) == 40);
  CHECK(width_of_picture("Une ![haut](/a.png) image.\n", 200, 3200) == 40);
  CHECK(width_of_picture("Une ![fine](/a.png) image.\n", 1, 20000) == 1);
  CHECK(width_of_picture("Une ![petite](/a.png) image.\n", 20, 10) == 20);
}

// Of a document's tables, set in `width` physical pixels, the cells in which a line ends within a word: their
// texts, `|` where that is. The words hold no space and no hyphen.
std::vector<std::string> broken_cells(const std::string& text, float width, float scale) {
  platform::HeadlessScreen screen({1280, 800});
  const Fonts& fonts = screen.fonts();
  ImguiMetrics metrics(fonts);
  layout::ParagraphCache paragraphs(metrics);
  Semantics semantics;
  Interaction interaction;
  std::vector<app::Action> actions;
  screen.begin_frame(0);
  Painter painter(*ImGui::GetBackgroundDrawList(), fonts, light_theme(), metrics, scale);
  const messages::Catalog& words = messages::Catalog::of(messages::Language::kFrench);
  Context context{.painter = painter,
                  .theme = light_theme(),
                  .words = words,
                  .metrics = metrics,
                  .paragraphs = paragraphs,
                  .semantics = semantics,
                  .pictures = nullptr,
                  .interaction = interaction,
                  .actions = actions,
                  .pointing = {},
                  .scale = scale};
  const Release release = read_release(Text(text));
  const PageBlocks page = page_blocks(release, words);
  Tables tables;
  PageSetter setter(context, release, page, tables, {}, width, false);
  std::vector<std::string> broken;
  for (const PageBlock& block : page.blocks) {
    if (block.as<PageRow>() == nullptr) continue;
    for (const SetText& cell : setter.set(block).texts) {
      for (const layout::Line& line : cell.paragraph->lines()) {
        const Offset begin = cell.paragraph->range(line).begin;
        if (begin == 0 || cell.paragraph->text()[begin - 1] == ' ') continue;
        broken.push_back(cell.paragraph->text());
        broken.back().insert(begin, 1, '|');
      }
    }
  }
  screen.show_frame();
  return broken;
}

// Cells of a few words, some of them strong or code.
std::string random_table(std::mt19937& random) {
  const auto below = [&](unsigned bound) { return static_cast<std::size_t>(random() % bound); };
  const auto word = [&] {
    constexpr std::string_view kLetters = "aeiltmWAVoy";
    std::string letters;
    for (std::size_t i = 1 + below(12); i > 0; --i) letters += kLetters[below(kLetters.size())];
    const std::size_t look = below(6);
    return look == 0 ? "**" + letters + "**" : look == 1 ? "`" + letters + "`" : letters;
  };
  const std::size_t columns = 2 + below(11);
  std::string text;
  for (std::size_t row = 0; row < 4; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      text += "|";
      for (std::size_t i = 1 + below(5); i > 0; --i) text.append(" ").append(word());
    }
    text += "|\n";
    if (row > 0) continue;
    for (std::size_t column = 0; column < columns; ++column) text += "|---";
    text += "|\n";
  }
  return text;
}

TEST_CASE("no word of a cell is broken, whether the table fits or scrolls") {
  std::mt19937 random(11);
  for (int i = 0; i < 200; ++i) {
    const std::string table = random_table(random);
    CAPTURE(table);
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
      const float width = scale * static_cast<float>(280 + random() % 500);
      CAPTURE(width);
      CHECK(broken_cells(table, width, scale).empty());
    }
  }
}

TEST_CASE("a long word has room beside short ones; where there is none, it is broken and the rest is not") {
  const std::string longest(40, 'm');
  const std::string table = "| Un | " + longest + " |\n|---|---|\n| deux trois | quatre |\n";
  CHECK(broken_cells(table, 900, 1).empty());
  CHECK(broken_cells(table, 280, 1).size() == 1);
}

}  // namespace
}  // namespace depeche::ui
