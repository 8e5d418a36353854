// A change of the text field, for tests: in numbers of UTF-16 units.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "platform/field_window.h"

namespace depeche::platform {

inline FieldChange field_change(std::uint32_t begin, std::uint32_t end, std::string text,
                                std::uint32_t anchor, std::uint32_t head, bool composing = false) {
  return {Utf16Offset{begin},  Utf16Offset{end},  std::move(text),
          Utf16Offset{anchor}, Utf16Offset{head}, composing};
}

}  // namespace depeche::platform
