#include "app/templates.h"

#include "embedded/sample.h"

namespace depeche::app {

std::string_view sample_release() {
  return embedded::sample::sample_release_md;
}

}  // namespace depeche::app
