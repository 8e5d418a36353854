// The whole window: bar, source, page, problems, dialogs. Draws the model and returns what the person asked
// for.
//
// draw() is called between ImGui::NewFrame() and ImGui::Render(). Dear ImGui runs in physical pixels: DisplaySize
// is the size of the canvas' backing store, `scale` the device pixel ratio. One step of its wheel is 100 CSS
// pixels, and its modifier keys (AddKeyEvent(ImGuiMod_…)) say whether Shift or Ctrl goes with a click. Views keep
// only what is theirs (scroll, hover, layout caches).
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "app/derived.h"
#include "app/model.h"
#include "ui/draw/fonts.h"
#include "ui/kit/input.h"
#include "ui/kit/pictures.h"
#include "ui/kit/pointing.h"
#include "ui/kit/semantics.h"

namespace depeche::ui {

struct Frame {
  std::vector<app::Action> actions;  // to be dispatched in order, after the frame
  FieldState field;
  Pointer pointer = Pointer::kDefault;
  std::string focus;  // the semantic node that is to have the keyboard now; empty: as it is
  // Seconds until something on the screen moves by itself (a notice that fades); infinity when nothing does.
  double next_frame_in = 0;
};

class Desk {
 public:
  // `pictures` may be null and must outlive the desk.
  explicit Desk(const Fonts& fonts, Pictures* pictures = nullptr);
  ~Desk();

  // What a change of the system's field asks for, `time` seconds after the start; none while a dialog is open or
  // a link does not open, and if it only closes a menu. To be dispatched at once: the next change is of the text
  // as this one left it.
  std::optional<app::TypeText> type(const app::Model& model, app::Derived& derived, FieldEdit edit,
                                    double time);

  // `dark`: the theme to draw, with the system's setting already considered.
  Frame draw(const app::Model& model, app::Derived& derived, const Input& input, float scale, bool dark);

  const Semantics& semantics() const;

  // A key pressed while a node that takes keys (`action` "scroll" or "adjust") has the focus in the parallel
  // DOM: for the next draw().
  void press(std::string_view node_id, const KeyPress& key);

  // A node got the focus in the parallel DOM; empty: none has it any more. The next draw() brings it into view.
  // After a while, a hint shows the node's name if it shows only an icon.
  void reach(std::string_view node_id);
  // What the page shows of the document at `source` is to be in sight: the next draw() brings it there.
  void reveal_on_page(Offset source);

  // What is selected on the page, if the person pressed there last; none if a copy means the source.
  std::optional<app::CopyFromPage> copy(const app::Model& model, app::Derived& derived) const;

  // Whether the source is in sight; otherwise nothing can be written.
  bool shows_source(const app::Model& model) const;

  // Activates a semantic node as a click would (from the parallel DOM); the next draw() returns its actions.
  void activate(std::string_view node_id);

  // The person has changed the value of a text field (ui/kit/text_field.h); the next draw() returns its actions.
  void enter(std::string_view node_id, std::string value);

  // Whether a finger put down here drags something, as a mouse does, instead of scrolling.
  bool is_on_handle(const Point& point) const;

  // Whether text that another program holds over this place may be dropped there (Input::drag).
  bool takes_text(const Point& point) const;

  // To be called when fonts have loaded: all is laid out again. (A change of scale has the same effect.)
  void reset_layout();

  // How many paragraphs were laid out since the start, for tests of how much work a change takes.
  std::uint64_t layouts() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace depeche::ui
