// What every view is handed while a frame is drawn: where to draw, with which words and colours, what the
// pointer does, and where to put the actions that a person asked for.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "layout/paragraph_cache.h"
#include "messages/catalog.h"
#include "ui/draw/geometry.h"
#include "ui/draw/paint.h"
#include "ui/draw/painter.h"
#include "ui/draw/theme.h"
#include "ui/kit/commands.h"
#include "ui/kit/input.h"
#include "ui/kit/key_chord.h"
#include "ui/kit/pictures.h"
#include "ui/kit/pointing.h"
#include "ui/kit/semantics.h"

namespace depeche::ui {

// The layers, from below: while one is open, those below it do not react to the pointer.
enum class Layer : std::uint8_t { kDesk, kMenu, kDialog };

// A word or two about what the pointer rests on.
struct Hint {
  std::string id;  // of the widget
  std::string text;
  Rect about;
};

// The new value of a text field in which a person has typed (ui/kit/text_field.h).
struct Entered {
  std::string id;
  std::string value;
};

// The source's node: it has the keyboard unless something else asks for it.
inline constexpr std::string_view kSourceId = "source";
// The node of the pane that shows the page.
inline constexpr std::string_view kPageId = "page";

// The state of the person's interaction with widgets, kept from frame to frame.
struct Interaction {
  std::string held;       // the widget on which the button went down
  std::string activated;  // by the parallel DOM: acts as if clicked in this frame
  std::string keyed;      // the widget of the parallel DOM on which a key was pressed…
  KeyPress key;           // …and which
  std::string focused;    // the widget of the parallel DOM that has the focus; empty: none has it
  std::string reached;    // the same, if it got the focus since the last frame
  std::vector<Entered> entered;
  bool opened_by_key = false;  // the last click came from the parallel DOM
  std::string rested_on;       // the widget whose hint is due, or will be
  double rested_since = 0;
  bool hint_shows = false;
  bool hint_hushed = false;  // the person has dismissed it
  std::string open_menu;
  bool menu_is_new = false;  // it opened in the last frame
  Layer top = Layer::kDesk;  // the uppermost open layer, as the last frame left it

  // Drops what was meant for the frame that is over. `down`: whether the pointer's button is held.
  void forget_input(bool down) {
    activated.clear();
    entered.clear();
    keyed.clear();
    reached.clear();
    if (!down) held.clear();
  }
};

struct Response {
  bool hovered = false;
  bool held = false;       // the button went down on it and is not up yet
  bool followed = false;   // held, or let go in this frame: a drag goes as far as where the button went up
  bool pressed = false;    // the button went down on it in this frame
  bool clicked = false;    // released on it, or activated by the parallel DOM
  bool activated = false;  // the latter
};

struct Context {
  Painter& painter;
  const Theme& theme;
  const messages::Catalog& words;
  layout::FontMetrics& metrics;
  layout::ParagraphCache& paragraphs;
  Semantics& semantics;
  Pictures* pictures;  // null: there are none
  Interaction& interaction;
  std::vector<app::Action>& actions;
  Pointing pointing;
  float scale = 1;  // physical pixels in a CSS pixel
  double time = 0;  // seconds
  bool dark = false;
  bool apple_keys = false;  // Command is the shortcut key
  bool touch_only = false;  // there is no keyboard: no shortcuts are shown
  bool still = false;       // the system asks for no motion
  Layer layer = Layer::kDesk;

  // A scroll area looks for the widget that it is to bring into view: its id, empty for none, and where it
  // was described in this frame.
  std::string sought{};
  std::optional<Rect> found{};

  bool taken = false;  // some widget has the pointer in this frame
  Hint hint{};
  Pointer cursor = Pointer::kDefault;
  std::string focus{};  // the node that is to have the keyboard now; empty: as it is
  double next_frame_in = std::numeric_limits<double>::infinity();

  // CSS pixels to whole physical ones.
  float px(float css) const;
  layout::Style style(Face face, float css_size, Ink ink = Ink::kInk, unsigned decorations = kPlain) const;
  std::string_view label(std::string_view key) const { return words.label(key); }
  // What a command is called.
  std::string name_of(const Command& command) const {
    if (command.argument.empty()) return std::string(label(command.label));
    return words.text({std::string(command.label), {std::string(command.argument)}});
  }
  // "Ctrl+B" as this person's keyboard has it; empty where there is no keyboard.
  std::string shortcut(std::string_view keys) const {
    return touch_only ? std::string() : chord_text(keys, apple_keys, words.language());
  }

  // Adds any action.
  template <typename Action>
  void act(Action&& action) {
    actions.emplace_back(std::forward<Action>(action));
  }
  void wake_in(double seconds);

  // Adds a semantic node for what was drawn at `rect`, as far as the clip shows it.
  void describe(SemanticNode node, const Rect& rect);
  // The same for a node that is kept from frame to frame, whose words were cut already.
  void describe_again(const SemanticNode& node, const Rect& rect);

  // What the person does with the widget `id` at `rect`. Where widgets overlap, the first to react in a frame
  // has the pointer.
  Response react(std::string_view id, const Rect& rect, Pointer cursor = Pointer::kHand);

  // The key that was pressed in this frame while the widget had the focus in the parallel DOM; null for none.
  const KeyPress* key_on(std::string_view id) const {
    return interaction.keyed == id ? &interaction.key : nullptr;
  }

  // Whether the pointer is in `rect` and nothing above takes it.
  bool points_at(const Rect& rect) const;

  // Shows `text` near `about` once the pointer, which is on the widget `id`, has rested there.
  void explain(std::string_view id, std::string_view text, const Rect& about);
  // The same once the widget has had the keyboard for as long, unless the pointer rests on another.
  void explain_focused(std::string_view id, std::string_view text, const Rect& about);
};

// One line of interface text, its middle at y; returns the x of its end.
float draw_label(Context& context, const layout::Style& style, float x, float center_y,
                 std::string_view text);

// The text, or as much of it as fits and an ellipsis.
std::string shortened(Context& context, const layout::Style& style, std::string_view text, float width);

}  // namespace depeche::ui
