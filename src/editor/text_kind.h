// What the text at a place is written in, as far as typing goes by it.
#pragma once

#include <cstdint>

namespace depeche::editor {

enum class TextKind : std::uint8_t {
  kMarkdown,
  kYaml,
  kCode,  // what is typed there is kept as it is: nothing is completed, no list goes on
};

}  // namespace depeche::editor
