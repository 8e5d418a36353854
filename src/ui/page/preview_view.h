// The page as the site will publish it: a sheet of paper on the desk.
//
// Blocks (ui/page/page_blocks.h) are read once a revision; only those in sight are laid out, and kept until
// text, width or fonts change or they are far away. A click leads to the place in the source, a drag selects,
// a link within the page is followed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/reading.h"
#include "ui/kit/scroll_area.h"
#include "ui/page/page_map.h"
#include "ui/page/page_selection.h"
#include "ui/page/page_setting.h"

namespace depeche::ui {

class PreviewView {
 public:
  static constexpr std::string_view kId = "page";  // of its node, which takes keys

  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);

  // The fonts or the scale have changed.
  void reset_layout();

  // Panes that read together (ui/kit/reading.h). What follow() asks for is done by the next draw().
  std::uint64_t moves() const { return scroll_.moves(); }
  Reading reading() const;
  void follow(const Reading& reading, bool at_once);

  // Whether the page has what is copied and selected: the person pressed on it last.
  bool has_focus() const { return has_focus_; }
  void leave_focus();
  void select_all();
  // What is selected, of the release that was drawn last.
  std::optional<PageCopy> copy(const Release& release) const;

 private:
  enum class Grain { kCharacter, kWord, kBlock };
  struct Touched {  // what of the page lies under the pointer
    std::size_t block = 0;
    PagePlace place;
    std::optional<Offset> source;  // of the character
    markdown::NodeId link = markdown::kNoNode;
    Rect line;  // of the text, on the canvas
    bool on_text = false;
  };

  void follow_area(Context& context, const Rect& area);
  void follow_text(Context& context, const app::Model& model, app::Derived& derived);
  void forget_described(std::size_t first, std::size_t removed, std::size_t added, bool all);
  void keep_selection(std::size_t first, std::size_t removed, std::size_t added);
  void follow_pictures(Context& context);
  void serve_reading();
  void show_caret(Context& context, const app::Model& model);
  // What it returns stays until the end of the frame.
  const SetBlock& set(Context& context, const Release& release, std::size_t index);
  void forget_far(std::size_t first, std::size_t last);
  float shift_of(const SetBlock& set) const;

  Touched touch(Context& context, const Release& release, float x, float y);
  void take_pointer(Context& context, const Release& release, const Response& response);
  void take_click(Context& context, const Release& release, const Touched& touched);
  void extend_selection(Context& context, const Touched& touched);
  PageSelection grain_around(const PagePlace& place) const;
  std::string_view text_of(const PagePlace& place) const;
  bool draw_slide_controls(Context& context, const PageBlock& block, const SetBlock& set, float y);
  void take_folder_wish(Context& context, std::size_t index, const SetBlock& set, float y);
  void draw_table_bar(Context& context, std::size_t index, const SetBlock& set, float y);
  void follow_link(Context& context, const Release& release, const PageBlock& block, markdown::NodeId link);
  void go_to(std::size_t block);

  void draw_sheet(Context& context, const Rect& area, float padding);
  void draw_block(Context& context, const Release& release, std::size_t index, float y);
  const SemanticNode& described(const Release& release, std::size_t index);
  void describe_unseen(Context& context, const Release& release, std::size_t from, std::size_t to, float y);
  void describe(Context& context, const Release& release, std::size_t index, const SetBlock& set, float y);
  void describe_links(Context& context, const Release& release, std::size_t index, const SetBlock& set,
                      const Rect& content);

  ScrollArea scroll_{"page"};
  PageBlocks page_;
  PageMap map_;
  std::unordered_map<std::size_t, SetBlock> laid_;           // of this revision, those nearby
  std::unordered_map<std::size_t, SemanticNode> described_;  // likewise; kept where blocks stay
  Tables tables_;
  PageChoices choices_;
  std::map<std::size_t, float> shifts_;  // of tables that were scrolled sideways, by their first block
  Text text_;
  std::uint64_t revision_ = 0;
  markdown::Dialect dialect_ = markdown::Dialect::kKramdown;
  messages::Language language_ = messages::Language::kFrench;
  std::uint64_t pictures_ = 0;  // Pictures::version as last seen
  bool started_ = false;
  Rect sheet_;   // x and width
  Rect column_;  // of the text in it: x and width
  bool narrow_ = false;

  std::optional<Reading> wanted_;
  bool at_once_ = false;
  std::optional<Offset> caret_;             // of the source, as last shown
  std::optional<std::size_t> caret_block_;  // where it stands on the page

  bool has_focus_ = false;
  std::optional<PageSelection> selection_;
  PageSelection grabbed_;  // what the drag began with
  Grain grain_ = Grain::kCharacter;
  bool dragged_ = false;
};

}  // namespace depeche::ui
