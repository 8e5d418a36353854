#include "ui/draw/paint.h"

namespace depeche::ui {

Colour colour_of(std::uint8_t paint, const Theme& theme) {
  switch (ink_of(paint)) {
    case Ink::kInk:
      return theme.ink;
    case Ink::kQuiet:
      return theme.quiet;
    case Ink::kFaint:
      return theme.faint;
    case Ink::kAccent:
      return theme.accent;
    case Ink::kAccentInk:
      return theme.accent_ink;
    case Ink::kError:
      return theme.error;
    case Ink::kWarning:
      return theme.warning;
    case Ink::kSuccess:
      return theme.success;
  }
  return theme.ink;
}

}  // namespace depeche::ui
