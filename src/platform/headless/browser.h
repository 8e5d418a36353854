// A browser without a page: it keeps the state of the hidden text field and ignores all else; effects
// are not carried out.
#pragma once

#include <string>

#include "base/utf8.h"
#include "platform/browser.h"
#include "platform/field_window.h"

namespace depeche::platform {

class HeadlessBrowser : public Browser {
 public:
  struct Field {
    bool active = false;
    std::string text;
    Utf16Offset anchor{}, head{};
  };
  const Field& field() const { return field_; }

  // The person changes the field. As in a browser, this comes before the tab is told (Tab::change_field).
  void change_field(const FieldChange& change) {
    const Offset begin = from_utf16(field_.text, change.begin);
    const Offset end = from_utf16(field_.text, change.end);
    field_.text.replace(begin, end - begin, change.text);
    field_.anchor = change.anchor;
    field_.head = change.head;
  }

  void show_field(bool active, std::string_view text, Utf16Offset anchor, Utf16Offset head) override {
    field_ = {active, std::string(text), anchor, head};
  }
  void move_field(const ui::CssRect&) override {}
  void keep_tab(bool) override {}
  void follow_fields() override {}
  void focus(std::string_view) override {}
  void show_pointer(ui::Pointer) override {}
  void set_title(std::string_view) override {}
  void set_language(std::string_view) override {}
  void set_appearance(bool) override {}
  void carry_out(const app::Effect&) override {}

 private:
  Field field_;
};

}  // namespace depeche::platform
