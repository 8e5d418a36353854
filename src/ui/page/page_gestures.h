// What a person does on the page with the pointer: a click leads to the place in the source, a drag selects, a
// link within the page is followed.
#pragma once

#include <optional>

#include "ui/kit/context.h"
#include "ui/page/page_layout.h"
#include "ui/page/page_selection.h"

namespace depeche::ui {

class PageGestures {
 public:
  // Takes what the pointer does on the page. To be called after all widgets on the page have had the pointer.
  void take_pointer(Context& context, const Release& release, PageLayout& layout, const Response& response);

  // Goes where a link of a block leads, be it on the page or away.
  void follow_link(Context& context, const Release& release, PageLayout& layout, const PageBlock& block,
                   markdown::NodeId link) const;

  // Whether "copy" and "select all" mean the page: the person pressed on it last.
  bool has_focus() const { return has_focus_; }
  void leave_focus();
  void select_all(const PageBlocks& page);
  const std::optional<PageSelection>& selection() const { return selection_; }

  // Keeps the selection if its blocks are kept, and moves it with them; else drops it.
  void keep_selection(const BlockSplice& splice);

 private:
  enum class Grain { kCharacter, kWord, kBlock };
  struct Touched {  // what is under the pointer
    std::size_t block = 0;
    PagePlace place;
    std::optional<Offset> source;  // of the character
    markdown::NodeId link = markdown::kNoNode;
    Rect line;  // of the text, on the canvas
    bool on_text = false;
  };

  static Touched touch(Context& context, const Release& release, PageLayout& layout, float x, float y);
  static void show_what_it_does(Context& context, const Release& release, const PageLayout& layout,
                                const Touched& touched);
  void press(const Pointing& pointing, const PageLayout& layout, const Touched& touched);
  void click(Context& context, const Release& release, PageLayout& layout, const Touched& touched);
  void extend_selection(const PageLayout& layout, const Touched& touched);
  void scroll_at_edge(Context& context, PageLayout& layout) const;
  PageSelection grain_around(const PageLayout& layout, const PagePlace& place) const;

  bool has_focus_ = false;
  std::optional<PageSelection> selection_;
  PageSelection grabbed_;  // the word, block or place that the drag began with
  Grain grain_ = Grain::kCharacter;
  bool dragged_ = false;
};

}  // namespace depeche::ui
