// A desk on a screen that nobody sees, for tests: what is drawn, pressed and typed, and what the desk asks
// for.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "imgui.h"
#include "platform/headless/screen.h"
#include "ui/desk/desk.h"

namespace depeche::ui {

// A session with its desk; frames are drawn until nothing more is due at once.
class Bench {
 public:
  // `pictures` may be null and must outlive the bench.
  explicit Bench(float width = 1280, float height = 800, float scale = 1, Pictures* pictures = nullptr)
      : screen_(width * scale, height * scale),
        desk_(load_fonts(screen_.fonts(), screen_.loader()), pictures),
        session_(app::initial_model()),
        scale_(scale) {}

  app::Session& session() { return session_; }
  const app::Model& model() const { return session_.model(); }
  Desk& desk() { return desk_; }
  const Desk& desk() const { return desk_; }
  Frame& last() { return last_; }

  static constexpr double kFrame = 0.02;  // seconds from one to the next

  void frame(Input input = {}) {
    time_ += kFrame;
    input.time = time_;
    screen_.begin_frame(static_cast<float>(kFrame));
    last_ = desk_.draw(session_.model(), session_.derived(), input, scale_, false);
    draws_above_desk_ = !ImGui::GetForegroundDrawList()->VtxBuffer.empty();
    screen_.end_frame();
    carry_out(last_.actions);
  }

  // Time goes by without a frame.
  void wait(double seconds) { time_ += seconds; }

  // Draws the frames that the desk asks for at once, and one after each that did something, as the platform
  // does; gives the seconds until it asks for another.
  double frame_until_rest() {
    do frame();
    while (last_.next_frame_in <= 0 || !last_.actions.empty());
    return last_.next_frame_in;
  }

  // Whether the last frame drew a menu, a dialog or a hint.
  bool draws_above_desk() const { return draws_above_desk_; }

  // The system's field has changed; then a frame.
  void type(FieldEdit edit) {
    if (auto typed = desk_.type(session_.model(), session_.derived(), std::move(edit), time_))
      carry_out({*typed});
    frame();
  }

  void settle() {
    for (int i = 0; i < 8; ++i) frame();
  }

  void open(std::string text) {
    session_.dispatch(app::OpenFile{"essai.md", std::move(text)});
    settle();
    actions_.clear();
  }

  const SemanticNode* find(std::string_view id) const {
    for (const SemanticNode& node : desk_.semantics().nodes()) {
      if (node.id == id) return &node;
    }
    return nullptr;
  }
  const SemanticNode* find(std::string_view role, std::string_view name) const {
    for (const SemanticNode& node : desk_.semantics().nodes()) {
      if (node.role == role && node.name.find(name) != std::string::npos) return &node;
    }
    return nullptr;
  }

  void resize(float width, float height) { screen_.resize(width * scale_, height * scale_); }
  void move(float x, float y) { screen_.move_pointer(x * scale_, y * scale_); }
  void press(bool down) { screen_.press_pointer(down); }
  void scroll(float steps) { screen_.scroll(steps); }

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

  template <typename Kind>
  const Kind* action() const {
    for (const app::Action& action : actions_) {
      if (const Kind* kind = app::as<Kind>(action)) return kind;
    }
    return nullptr;
  }
  void forget_actions() { actions_.clear(); }

 private:
  void carry_out(const std::vector<app::Action>& actions) {
    for (const app::Action& action : actions) {
      actions_.push_back(action);
      session_.dispatch(action);
    }
  }

  platform::HeadlessScreen screen_;
  Desk desk_;
  app::Session session_;
  float scale_;
  double time_ = 0;
  Frame last_;
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
