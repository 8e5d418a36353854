// A tab on a screen that nobody sees, for tests of the views: what is drawn, pressed and typed, and what the desk
// asks for.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/update.h"
#include "base/utf8.h"
#include "imgui.h"
#include "platform/headless/browser.h"
#include "platform/headless/screen.h"
#include "platform/tab.h"

namespace depeche::ui {

class Bench {
 public:
  // Size and places are CSS pixels. `pictures` may be null and must outlive the bench.
  explicit Bench(float width = 1280, float height = 800, float scale = 1, Pictures* pictures = nullptr)
      : screen_({width * scale, height * scale}, scale),
        tab_(app::initial_model(), screen_, browser_, pictures) {}

  platform::Tab& tab() { return tab_; }
  const app::Model& model() const { return tab_.model(); }
  app::Derived& derived() { return tab_.derived(); }
  Desk& desk() { return tab_.desk(); }
  const Desk& desk() const { return tab_.desk(); }
  const Frame& last() const { return tab_.last_frame(); }

  void dispatch(const app::Action& action) { tab_.dispatch(action); }

  static constexpr double kFrame = 0.02;  // seconds from one to the next

  // What the person has done, then a frame; gives the seconds until the tab asks for another.
  double frame(Input input = {}) {
    tell(std::move(input));
    time_ += kFrame;
    const double next = tab_.draw(time_);
    draws_above_desk_ = !ImGui::GetForegroundDrawList()->VtxBuffer.empty();
    actions_.insert(actions_.end(), last().actions.begin(), last().actions.end());
    return next;
  }

  // Time goes by without a frame.
  void wait(double seconds) { time_ += seconds; }

  // Draws the frames that are due at once; gives the seconds until another is.
  double frame_until_rest() {
    double next = frame();
    while (next <= 0) next = frame();
    return next;
  }

  // Whether the last frame drew a menu, a dialog or a hint.
  bool draws_above_desk() const { return draws_above_desk_; }

  // The system's field has changed; then a frame.
  void type(const FieldEdit& edit) {
    const platform::FieldChange change = change_of(edit);
    browser_.change_field(change);
    tab_.change_field(change, time_);
    frame();
  }

  void settle() {
    for (int i = 0; i < 8; ++i) frame();
  }

  void open(std::string text) {
    dispatch(app::OpenFile{"essai.md", std::move(text)});
    settle();
    actions_.clear();
  }

  const SemanticNode* find(std::string_view id) const {
    for (const SemanticNode& node : desk().semantics().nodes()) {
      if (node.id == id) return &node;
    }
    return nullptr;
  }
  const SemanticNode* find(std::string_view role, std::string_view words) const {
    for (const SemanticNode& node : desk().semantics().nodes()) {
      if (name(node.role) == role && node.name.find(words) != std::string::npos) return &node;
    }
    return nullptr;
  }

  void resize(float width, float height) {
    tab_.resize({width * screen_.scale(), height * screen_.scale()}, screen_.scale());
  }
  void move(float x, float y) {
    screen_.move_pointer(platform::PointerKind::kMouse, {x * screen_.scale(), y * screen_.scale()});
  }
  void press(bool down) { screen_.press_pointer(platform::PointerKind::kMouse, 0, down); }
  void scroll(float steps) { screen_.scroll(0, steps); }

  void click(float x, float y) {
    move(x, y);
    frame();
    press(true);
    frame();
    press(false);
    frame();
    settle();
  }
  void click(const SemanticNode& node) {
    click(node.bounds.x + node.bounds.width / 2, node.bounds.y + node.bounds.height / 2);
  }

  // The first of its kind that a view has asked for.
  template <typename Kind>
  const Kind* action() const {
    for (const app::Action& action : actions_) {
      if (const Kind* kind = app::as<Kind>(action)) return kind;
    }
    return nullptr;
  }
  void forget_actions() { actions_.clear(); }

 private:
  void tell(Input input) {
    tab_.set_focus(input.focused);
    tab_.set_apple_keys(input.apple_keys);
    tab_.set_touch_only(input.touch_only);
    tab_.set_still(input.still);
    if (input.key) tab_.press_key(*input.key);
    if (!input.drag) return;
    auto& [place, dropped, html, text] = *input.drag;
    if (dropped) tab_.drop_text(place, std::move(html), std::move(text));
    if (!dropped) tab_.drag_text(place);
  }

  // An edit of the document's bytes as the browser's field has it, which holds the text around the caret.
  platform::FieldChange change_of(const FieldEdit& edit) const {
    const std::string_view text = model().editor.text.bytes();
    const Offset caret = model().editor.selection.head;
    const auto units = [](std::string_view bytes) {
      return static_cast<std::uint32_t>(to_utf16(bytes, static_cast<Offset>(bytes.size())));
    };
    const auto head = static_cast<std::uint32_t>(browser_.field().head);
    const auto in_field = [&](Offset offset) {
      if (offset >= caret) return head + units(text.substr(caret, offset - caret));
      return head - std::min(head, units(text.substr(offset, caret - offset)));
    };
    const std::uint32_t begin = in_field(edit.replaced.begin);
    const auto after = [&](Offset offset) {
      return begin + units(std::string_view(edit.text).substr(0, offset - edit.replaced.begin));
    };
    return {Utf16Offset{begin},
            Utf16Offset{in_field(edit.replaced.end)},
            edit.text,
            Utf16Offset{after(edit.selection.anchor)},
            Utf16Offset{after(edit.selection.head)},
            edit.composing};
  }

  platform::HeadlessScreen screen_;
  platform::HeadlessBrowser browser_;
  platform::Tab tab_;
  double time_ = 0;
  bool draws_above_desk_ = false;
  std::vector<app::Action> actions_;
};

inline std::string text_of(const Bench& bench) {
  return std::string(bench.model().editor.text.bytes());
}

inline KeyPress key(Key which, Modifiers modifiers = {}) {
  return {which, 0, modifiers};
}

inline void press_keys(Bench& bench, std::initializer_list<KeyPress> keys) {
  for (const KeyPress& press : keys) {
    Input input;
    input.key = press;
    bench.frame(input);
  }
  bench.settle();
}

}  // namespace depeche::ui
