// The editor in a tab: events in, frames and effects out. Its Screen and its Browser are those of platform/web in
// the browser, and those of platform/headless in tests.
//
// Its owner draws a frame after each event, and when draw() said that one is due. Times are seconds, strings UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "platform/browser.h"
#include "platform/field_window.h"
#include "platform/screen.h"
#include "platform/waiting_drafts.h"
#include "ui/desk/desk.h"
#include "writers/page_parts.h"

namespace depeche::platform {

class Tab {
 public:
  // `pictures` may be null. All must outlive the tab.
  Tab(app::Model model, Screen& screen, Browser& browser, ui::Pictures* pictures = nullptr);

  const app::Model& model() const { return session_.model(); }
  app::Derived& derived() { return session_.derived(); }
  // For what the parallel DOM does, and for questions about what is shown.
  ui::Desk& desk() { return desk_; }
  const ui::Desk& desk() const { return desk_; }

  void resize(const ui::Size& size, float scale);
  // The system's settings; the model's theme decides whether the first counts.
  void set_appearance(bool dark) { dark_ = dark; }
  // The person's keyboard has Command keys.
  void set_apple_keys(bool apple) { input_.apple_keys = apple; }
  // The person has only a touch screen, no keyboard.
  void set_touch_only(bool only) { input_.touch_only = only; }
  // The system asks for no motion.
  void set_still(bool still) { input_.still = still; }
  void fonts_changed();

  // Text that another program drags over the page: returns whether it may be dropped at `place`. Where it would
  // go is shown until the drag leaves or drops it.
  bool drag_text(const ui::Point& place);
  void drop_text(const ui::Point& place, std::string html, std::string text);
  void leave_drag() { input_.drag.reset(); }

  // The keyboard and the hidden text field. A key waits for the next draw(); a change of the field
  // takes effect at once.
  void press_key(const ui::KeyPress& press);
  void change_field(const FieldChange& change, double now);
  void end_composition();
  void set_focus(bool focused);

  // Documents and answers from the system.
  void dispatch(const app::Action& action);
  // Replaces the text, as one step that can be undone; the caret goes to its end.
  void set_text(std::string_view text);
  // What is selected, in UTF-16 units of the text.
  Utf16Offset anchor() const;
  Utf16Offset head() const;
  void select(Utf16Offset anchor, Utf16Offset head);
  // Puts what is selected, in the source or on the page, on the clipboard. `cut` also removes it from the source;
  // on the page it does nothing at all.
  void copy(bool cut);

  // The drafts that wait to be stored, one for each document. The store asks for them some time after a
  // StoreDraft, so that quick typing is stored once. It then reports which version it has stored, or that
  // a document was deleted.
  const WaitingDrafts& waiting_drafts() const { return waiting_drafts_; }
  void draft_stored(std::uint64_t version);
  void draft_forgotten(const app::DocumentId& document) { waiting_drafts_.forget(document); }
  // The ForgetEverything effect has ended: if it worked, no draft waits any more.
  void end_forgetting(bool worked);
  // Opens the draft of a document that still waits to be stored; false if none waits.
  bool open_waiting(const app::DocumentId& document);

  // Tells of the drafts that the store keeps, newest first: one call of list_draft() for each, then
  // finish_list_of_drafts(). `head` is the start of the draft's text, with all of the front matter, from
  // which the title comes.
  void list_draft(app::KeptDraft draft, std::string_view head);
  void finish_list_of_drafts();

  // Draws, and says in how many seconds the next frame is due: 0 for at once, infinity for when something
  // happens.
  double draw(double now);
  // What the views asked for in the last draw(): the actions of all its passes, which are done, the focus that
  // was last asked for, and the rest from the last pass.
  const ui::Frame& last_frame() const { return last_frame_; }

  // The page to be printed: the release as writers::page() gives it; for a link that does not open, only why.
  std::string page_html();

  // The release's diagnostics as JSON, for scripts and tests.
  std::string diagnostics();
  // For the parallel DOM: what has changed since this was asked for last (ui::changes_json). Nodes of the page tell
  // their part of what page_changes() has told.
  std::string semantic_changes();
  // The page as HTML for the parallel DOM: which of its parts have changed since this was asked for last, as JSON
  // (docs/architecture.md); empty when none have, or the page is not shown. A long page is told in several calls.
  std::string page_changes();
  // A part of the page as it was told last: brings it into sight, or goes to where it is written.
  void reveal_part(std::size_t part);
  void go_to_part(std::size_t part);

 private:
  struct PageOrigin {
    std::uint64_t revision = 0;
    messages::Language language = messages::Language::kFrench;
    bool operator==(const PageOrigin&) const = default;
  };

  bool is_dark() const;
  ui::Input next_input(double now);
  void publish(const ui::Frame& frame, bool is_current);
  void publish_appearance();
  void publish_field(const ui::FieldState& state);
  void show_text_in_field(bool active);
  void publish_document();
  void publish_fields();
  void publish_focus();
  void publish_pointer(ui::Pointer pointer);

  Screen& screen_;
  Browser& browser_;
  app::Session session_;
  ui::Desk desk_;
  WaitingDrafts waiting_drafts_;
  std::vector<app::KeptDraft> listed_drafts_;  // while they are told, one by one
  ui::Input input_;                            // what holds for every frame; the drag until it is dropped
  std::vector<ui::KeyPress> keys_;             // that wait for a pass
  ui::Frame last_frame_;
  bool dark_ = false;
  bool composing_ = false;

  // What the page was told last.
  FieldWindow window_;
  bool field_active_ = false;
  ui::Pointer pointer_ = ui::Pointer::kDefault;
  bool keeps_tab_ = false;
  bool shown_dark_ = false;
  std::vector<ui::SemanticNode> nodes_;
  writers::PageParts page_parts_;
  std::optional<PageOrigin> page_origin_;  // what page_parts_ were read from
  std::string fields_;                     // all that the page must know of its text fields
  std::string focus_;                      // the node that waits to have the keyboard
  std::string title_;
  std::string_view language_;
};

}  // namespace depeche::platform
