// The editor for the browser: wiring only. Everything after `create` comes through platform/web/exports.cc.
#include <cstdint>

#include "app/update.h"
#include "platform/web/border.h"
#include "platform/web/page.h"

using depeche::platform::Page;

// The seed, of 128 bits of chance, is for the ids of documents.
DEPECHE_EXPORT(create)
Page* create(std::uint32_t first, std::uint32_t second, std::uint32_t third, std::uint32_t fourth) {
  const auto joined = [](std::uint64_t high, std::uint64_t low) { return high << 32 | low; };
  const depeche::app::DocumentIds ids({joined(first, second), joined(third, fourth)});
  return new Page(depeche::app::initial_model(ids));
}
