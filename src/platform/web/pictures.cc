#include "platform/web/pictures.h"

#include "platform/web/imports.h"

namespace depeche::platform {

ui::Picture Pictures::find(std::string_view path) {
  border::PictureExtent extent{};
  imports::picture(path.data(), path.size(), &extent);
  return {extent.state, extent.width, extent.height};
}

std::uint64_t Pictures::texture(std::string_view path, float width) {
  return static_cast<std::uint64_t>(imports::picture_texture(path.data(), path.size(), width));
}

}  // namespace depeche::platform
