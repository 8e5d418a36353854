// The pictures that a release names, as far as this machine has them: the platform's part of the page.
//
// Decoded pictures are textures of the renderer, few and of bounded size: the platform drops those that were
// not asked for lately, and says by a new version that an answer has changed.
#pragma once

#include <cstdint>
#include <string_view>

namespace depeche::ui {

enum class PictureState : std::uint8_t {
  kMissing,   // nobody has it
  kComing,    // is being read
  kReady,     // its size is known
  kTooLarge,  // too many pixels or bytes to be shown
  kBroken,    // no picture that the browser can read
};

struct Picture {
  PictureState state = PictureState::kMissing;
  float width = 0, height = 0;  // of the original, in its own pixels; when ready
};

class Pictures {
 public:
  virtual ~Pictures() = default;

  // What is there for a path as the release writes it.
  virtual Picture find(std::string_view path) = 0;

  // A texture to draw a ready picture with, at least `width` physical pixels wide unless the original is
  // smaller. 0 while it is being decoded.
  virtual std::uint64_t texture(std::string_view path, float width) = 0;

  // Grows when an answer may have changed.
  virtual std::uint64_t version() const = 0;
};

}  // namespace depeche::ui
