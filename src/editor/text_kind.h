// What the text at a place is written in, as far as it matters for typing.
#pragma once

#include <cstdint>

namespace depeche::editor {

enum class TextKind : std::uint8_t {
  kMarkdown,
  kYaml,
  kCode,  // what is typed there stays as it is: no pair is closed, no list continued
};

}  // namespace depeche::editor
