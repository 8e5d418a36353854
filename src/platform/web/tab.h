// The editor in a browser tab: events in, frames and effects out.
//
// The page's scripts call its functions (exports.cc) and draw a frame when they were told that one is due.
// Lengths are physical pixels of the canvas, times seconds, strings UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "platform/field_window.h"
#include "platform/web/effects.h"
#include "platform/web/pictures.h"
#include "platform/web/screen.h"
#include "ui/desk/desk.h"

namespace depeche::platform {

class Tab {
 public:
  explicit Tab(app::Model model) : session_(std::move(model)), desk_(screen_.fonts(), &pictures_) {}

  Screen& screen() { return screen_; }
  const app::Model& model() const { return session_.model(); }

  void resize(float width, float height, float scale);
  // The system's settings; the model's theme decides whether the first counts.
  void set_appearance(bool dark) { dark_ = dark; }
  // The person's keyboard has Command keys.
  void set_apple_keys(bool apple) { input_.apple_keys = apple; }
  // The person has but fingers.
  void set_touch_only(bool only) { input_.touch_only = only; }
  void set_still(bool still) { input_.still = still; }
  void fonts_changed();
  void pictures_changed() { pictures_.changed(); }
  void restore_context() { screen_.restore(); }

  bool is_on_handle(float x, float y) const { return desk_.is_on_handle(x, y); }

  // Text that another program drags over the page: whether it may be dropped there. It shows where it would
  // come until the drag leaves or drops it.
  bool drag_text(float x, float y);
  void drop_text(float x, float y, std::string html, std::string text);
  void leave_drag() { input_.drag.reset(); }

  // The keyboard and the hidden text field.
  void press_key(const ui::KeyPress& press);
  void press_key_on(std::string_view semantic_node, const ui::KeyPress& press) {
    desk_.press(semantic_node, press);
  }
  void change_field(const FieldChange& change, double now);
  void end_composition();
  void set_focus(bool focused);

  // A choice of an earlier visit (app::StorePreference). Unknown names are passed over.
  void set_preference(std::string_view name, std::string_view value);

  // Documents and answers from the system.
  void dispatch(const app::Action& action);
  // A document that was open here and could not be stored since: whether there is such a one.
  bool open_waiting(const app::DocumentId& document);
  // What is selected, in the source or on the page, to the clipboard.
  void copy(bool cut);
  void activate(std::string_view semantic_node) { desk_.activate(semantic_node); }
  void enter(std::string_view semantic_node, std::string value) {
    desk_.enter(semantic_node, std::move(value));
  }

  void reach(std::string_view semantic_node) { desk_.reach(semantic_node); }

  WaitingDrafts& waiting_drafts() { return effects_.waiting_drafts(); }

  // Draws, and says in how many seconds the next frame is due: 0 for at once, infinity for when something
  // happens.
  double draw(double now);

  // The release as writers::page gives it, to be printed.
  std::string page_html();

  // For scripts and tests, as JSON.
  std::string semantics() const { return desk_.semantics().to_json(); }
  std::string diagnostics();
  // For the parallel DOM: what has changed since this was asked for last (Semantics::changes_json).
  std::string semantic_changes();

 private:
  ui::Input next_input(double now);
  void publish(const ui::Frame& frame, bool is_current);
  void publish_field(const ui::FieldState& state);
  void show_text_in_field(bool active);
  void publish_document();
  void publish_focus();

  app::Session session_;
  Screen screen_;
  Pictures pictures_;
  ui::Desk desk_;
  Effects effects_;
  ui::Input input_;
  std::vector<ui::KeyPress> keys_;  // that wait for a pass
  bool dark_ = false;
  bool composing_ = false;

  // What the page was told last.
  FieldWindow window_;
  bool field_active_ = false;
  ui::Pointer pointer_ = ui::Pointer::kDefault;
  bool keeps_tab_ = false;
  bool shown_dark_ = false;
  std::vector<ui::SemanticNode> nodes_;
  std::string fields_;  // all that the page must know of its text fields
  std::string focus_;   // the node that waits to have the keyboard
  std::string title_;
  std::string_view language_;
};

}  // namespace depeche::platform
