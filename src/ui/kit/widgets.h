// The desk's few widgets. Each draws itself, adds its semantic node and returns what was done with it.
//
// A widget's id names its place in the desk, e.g. "toolbar/save"; it must be the same in every frame.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/kit/context.h"

namespace depeche::ui {

enum class ButtonLook : std::uint8_t {
  kQuiet,  // words on the ground
  kOutlined,
  kMain,  // the one that matters, filled with the accent
};

struct Button {
  std::string_view id;
  std::string_view name;  // what it is called, also when only its icon shows
  std::optional<Icon> icon{};
  ButtonLook look = ButtonLook::kQuiet;
  bool words = true;        // whether the name shows
  bool opens_menu = false;  // shows a chevron
  bool disabled = false;
  bool chosen = false;              // is on, or its menu is open
  std::string_view shortcut{};      // for the hint, as the table of commands has it
  bool expanded = false;            // its menu is open
  std::string_view letters{};       // in the place of an icon
  bool is_switch = false;           // goes on and off: `chosen` is its state
  Popup popup = Popup::kNone;       // what it opens
  std::string_view described_by{};  // SemanticNode::described_by
};

// The width that a button takes.
float width_of(Context& context, const Button& button);

// True when it was clicked and is not disabled.
bool draw_button(Context& context, const Button& button, const Rect& rect);

// One of several tabs, of which one is chosen. True when it was clicked.
bool draw_tab(Context& context, std::string_view id, std::string_view name, bool chosen, const Rect& rect);

// The hint that a widget asked for in this frame (Context::explain), once its time has come; within `screen`.
void draw_hint(Context& context, const Rect& screen);

}  // namespace depeche::ui
