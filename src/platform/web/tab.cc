#include "platform/web/tab.h"

#include <utility>

#include "base/decimal.h"
#include "platform/diagnostics_json.h"
#include "ui/desk/bad_link_page.h"
#include "writers/html_escape.h"
#include "writers/page.h"

namespace depeche::platform {
namespace {

// A frame whose actions changed the model is drawn again at once, so that what was done shows in the frame it
// was done in. An action can call for another, hence more than two.
constexpr int kMaxPasses = 4;

// Something else has changed the text while an input method has the field, which then holds another: what it
// writes comes in the place of the selection.
ui::FieldEdit at_caret(const FieldChange& change, const editor::EditorState& state) {
  const Span replaced = state.selection.span();
  const auto caret = static_cast<Offset>(replaced.begin + change.text.size());
  return {replaced, change.text, Selection::caret(caret), change.composing};
}

std::string bad_link_html(const app::BadLink& link, messages::Language language) {
  const messages::Catalog& words = messages::Catalog::of(language);
  const std::string_view title = words.label(ui::BadLinkPage::title_of(link));
  std::string html = "<!DOCTYPE html>\n<html lang=\"";
  html += messages::tag(language);
  html += "\"><head><title>";
  writers::append_html_text(html, title);
  html += "</title></head><body><main><h1>";
  writers::append_html_text(html, title);
  html += "</h1><p>";
  writers::append_html_text(html, words.text(link.problem));
  html += "</p></main></body></html>\n";
  return html;
}

}  // namespace

void Tab::resize(float width, float height, float scale) {
  if (scale != screen_.scale()) desk_.reset_layout();
  screen_.resize(width, height, scale);
}

void Tab::fonts_changed() {
  screen_.forget_glyphs();
  desk_.reset_layout();
}

bool Tab::drag_text(float x, float y) {
  const bool taken = desk_.takes_text(x, y);
  input_.drag.reset();
  if (taken) input_.drag = ui::TextDrag{x, y, false, {}, {}};
  return taken;
}

void Tab::drop_text(float x, float y, std::string html, std::string text) {
  input_.drag.reset();
  if (desk_.takes_text(x, y)) input_.drag = ui::TextDrag{x, y, true, std::move(html), std::move(text)};
}

void Tab::press_key(const ui::KeyPress& press) {
  keys_.push_back(press);
}

void Tab::change_field(const FieldChange& change, double now) {
  composing_ = change.composing;
  const editor::EditorState& state = model().editor;
  const ui::FieldEdit edit = window_.is_of(state.text) ? window_.edit(change) : at_caret(change, state);
  if (const auto typed = desk_.type(model(), session_.derived(), edit, now)) {
    dispatch(*typed);
  } else {
    show_text_in_field(field_active_);
  }
}

void Tab::end_composition() {
  composing_ = false;
  dispatch(app::EndComposition{});
}

void Tab::set_focus(bool focused) {
  input_.focused = focused;
  if (!focused) screen_.release_modifiers();
}

// The field goes along at once, not with the next frame: what is typed next is for the text as it is then.
void Tab::dispatch(const app::Action& action) {
  session_.dispatch(action);
  effects_.carry_out(session_.take_effects());
  show_text_in_field(field_active_);
}

bool Tab::open_waiting(const app::DocumentId& document) {
  const app::StoreDraft* draft = waiting_drafts().of(document);
  if (draft == nullptr) return false;
  dispatch(app::RestoreDraft{document, draft->name, std::string(draft->text.bytes()), draft->saved, false});
  return true;
}

void Tab::set_preference(std::string_view name, std::string_view value) {
  dispatch(app::RestorePreference{std::string(name), std::string(value)});
}

void Tab::copy(bool cut) {
  const std::optional<app::CopyFromPage> from_page = desk_.copy(model(), session_.derived());
  if (!from_page && desk_.shows_source(model())) return dispatch(app::CopySelection{cut});
  if (from_page && !cut) dispatch(*from_page);
}

// Each key is for the text as the one before leaves it, and has a pass of its own.
ui::Input Tab::next_input(double now) {
  ui::Input input{.time = now,
                  .key = {},
                  .drag = input_.drag,
                  .focused = input_.focused,
                  .apple_keys = input_.apple_keys,
                  .touch_only = input_.touch_only,
                  .still = input_.still};
  if (input_.drag && input_.drag->dropped) input_.drag.reset();
  if (keys_.empty()) return input;
  input.key = keys_.front();
  keys_.erase(keys_.begin());
  return input;
}

double Tab::draw(double now) {
  for (int pass = 1;; ++pass) {
    const bool dark = model().preferences.theme == app::Theme::kDark ||
                      (model().preferences.theme == app::Theme::kSystem && dark_);
    if (dark != shown_dark_) {
      shown_dark_ = dark;
      browser::appearance(dark);
    }
    screen_.begin_frame(now);
    const ui::Input input = next_input(now);
    const ui::Frame frame = desk_.draw(model(), session_.derived(), input, screen_.scale(), dark);
    if (!frame.focus.empty()) focus_ = frame.focus;
    const bool settled = frame.actions.empty() && !screen_.has_pending_events() && keys_.empty();
    const bool shown = settled || pass == kMaxPasses;
    if (shown) {
      screen_.show_frame();
      publish(frame, frame.actions.empty());
    } else {
      screen_.discard_frame();
    }
    for (const app::Action& action : frame.actions) dispatch(action);
    if (shown) return settled ? frame.next_frame_in : 0;
  }
}

// The document that a bad link covers is not to be seen, on paper neither.
std::string Tab::page_html() {
  if (model().bad_link) return bad_link_html(*model().bad_link, model().preferences.language);
  return writers::page(session_.derived().release(model()),
                       messages::Catalog::of(model().preferences.language));
}

std::string Tab::diagnostics() {
  return diagnostics_json(model().editor.text, session_.derived().diagnostics(model()),
                          messages::Catalog::of(model().preferences.language));
}

std::string Tab::semantic_changes() {
  const auto nodes = desk_.semantics().nodes();
  std::string changes = desk_.semantics().changes_json(nodes_);
  nodes_.assign(nodes.begin(), nodes.end());
  return changes;
}

// Where the field is, and whether people write in it, may be another after the frame's own actions: the next
// frame tells.
void Tab::publish(const ui::Frame& frame, bool is_current) {
  if (is_current) publish_field(frame.field);
  publish_document();
  if (is_current) publish_focus();
  if (frame.pointer == pointer_) return;
  pointer_ = frame.pointer;
  browser::show_pointer(static_cast<std::int32_t>(pointer_));
}

void Tab::publish_field(const ui::FieldState& state) {
  const float scale = screen_.scale();
  if (state.takes_tab != keeps_tab_) {
    keeps_tab_ = state.takes_tab;
    browser::keep_tab(keeps_tab_);
  }
  browser::caret(state.caret_x / scale, state.caret_y / scale, state.caret_height / scale);
  show_text_in_field(state.active);
}

// While an input method composes, the field is its own and must not be touched.
void Tab::show_text_in_field(bool active) {
  if (composing_) return;
  FieldWindow window;
  if (active) window = window_.follow(model().editor.text, model().editor.selection);
  if (active == field_active_ && window == window_) return;
  window_ = std::move(window);
  field_active_ = active;
  const std::string shown = window_.shown();
  browser::field(field_active_, shown.data(), shown.size(), window_.anchor(), window_.head());
}

// The fields that people type into are the page's own: they must be there before they can have the keyboard.
void Tab::publish_focus() {
  std::string fields;
  for (const ui::SemanticNode& node : desk_.semantics().nodes()) {
    if (node.action != "type") continue;
    fields += node.id + '\n' + node.value + '\n';
    for (const ui::Rectangle& part : {node.bounds, node.whole}) {
      for (const float length : {part.x, part.y, part.width, part.height}) {
        append_hundredths(fields, length);
        fields += '\n';
      }
    }
  }
  if (fields != fields_) {
    fields_ = std::move(fields);
    browser::fields_changed();
  }
  if (focus_.empty()) return;
  browser::focus(focus_.data(), focus_.size());
  focus_.clear();
}

void Tab::publish_document() {
  const messages::Catalog& words = messages::Catalog::of(model().preferences.language);
  const std::string_view title = model().bad_link ? words.label(ui::BadLinkPage::title_of(*model().bad_link))
                                                  : std::string_view(model().file_name);
  if (title != title_) {
    title_ = title;
    browser::title(title_.data(), title_.size());
  }
  const std::string_view language = messages::tag(model().preferences.language);
  if (language != language_) {
    language_ = language;
    browser::language(language.data(), language.size());
  }
}

}  // namespace depeche::platform
