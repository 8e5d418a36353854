// The pictures that the page's scripts have (web/documents/pictures.js).
#pragma once

#include "ui/kit/pictures.h"

namespace depeche::platform {

class Pictures : public ui::Pictures {
 public:
  ui::Picture find(std::string_view path) override;
  std::uint64_t texture(std::string_view path, float width) override;
  std::uint64_t version() const override { return version_; }

  // The scripts say that an answer has changed.
  void changed() { ++version_; }

 private:
  std::uint64_t version_ = 0;
};

}  // namespace depeche::platform
