// The editor for the browser: wiring only. Everything after `create` comes through platform/web/exports.cc.
#include "app/update.h"
#include "platform/web/page.h"

extern "C" __attribute__((export_name("create"))) depeche::platform::Page* create() {
  return new depeche::platform::Page(depeche::app::initial_model());
}
