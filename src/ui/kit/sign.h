// How a severity is shown: always by an icon, not by its colour alone.
#pragma once

#include "base/diagnostic.h"
#include "ui/draw/icons.h"
#include "ui/draw/theme.h"

namespace depeche::ui {

struct Sign {
  Icon icon;
  Colour colour;
};

inline Sign sign_of(Severity severity, const Theme& theme) {
  switch (severity) {
    case Severity::kError:
      return {Icon::kError, theme.error};
    case Severity::kWarning:
      return {Icon::kWarning, theme.warning};
    case Severity::kHint:
      return {Icon::kHint, theme.quiet};
  }
  return {Icon::kHint, theme.quiet};
}

}  // namespace depeche::ui
