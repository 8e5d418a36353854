// The pictures that a release names, as far as they can be had: the platform's part of the page.
//
// Decoded pictures are textures of the renderer, few and of bounded size. The platform drops those that were not
// asked for lately. A new version says that an answer has changed.
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

  // What is known of the picture at a path, written as in the release.
  virtual Picture find(std::string_view path) = 0;

  // A texture to draw a ready picture with. It is meant to be `width` physical pixels wide, but may have another
  // width until that is decoded, or where the original is smaller. 0 when there is none yet.
  virtual std::uint64_t texture(std::string_view path, float width) = 0;

  // Grows when an answer of find() or texture() may have changed.
  virtual std::uint64_t version() const = 0;
};

}  // namespace depeche::ui
