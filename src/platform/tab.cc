#include "platform/tab.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/decimal.h"
#include "base/json_string.h"
#include "base/utf8.h"
#include "editor/commands.h"
#include "platform/diagnostics_json.h"
#include "ui/desk/bad_link_page.h"
#include "writers/html_escape.h"
#include "writers/page.h"

namespace depeche::platform {
namespace {

// A frame whose actions changed the model is drawn again at once, so that what was done shows in the frame it
// was done in. An action can call for another, hence more than two.
constexpr int kMaxPasses = 4;

// Of the page that are told at once: what takes a few milliseconds to become elements.
constexpr std::size_t kPageBytes = 32'768;

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

// A pass after others of the same draw(): what they asked for stays before what it asks for, and the focus theirs unless
// it wants another.
void add_pass(ui::Frame& drawn, ui::Frame pass) {
  std::vector<app::Action> actions = std::move(drawn.actions);
  actions.insert(actions.end(), std::make_move_iterator(pass.actions.begin()),
                 std::make_move_iterator(pass.actions.end()));
  if (pass.focus.empty()) pass.focus = std::move(drawn.focus);
  drawn = std::move(pass);
  drawn.actions = std::move(actions);
}

}  // namespace

Tab::Tab(app::Model model, Screen& screen, Browser& browser, ui::Pictures* pictures)
    : screen_(screen), browser_(browser), session_(std::move(model)), desk_(screen.fonts(), pictures) {}

void Tab::resize(const ui::Size& size, float scale) {
  if (scale != screen_.scale()) desk_.reset_layout();
  screen_.resize(size, scale);
}

void Tab::fonts_changed() {
  screen_.forget_glyphs();
  desk_.reset_layout();
}

bool Tab::drag_text(const ui::Point& place) {
  const bool taken = desk_.takes_text(place);
  input_.drag.reset();
  if (taken) input_.drag = ui::TextDrag{place, false, {}, {}};
  return taken;
}

void Tab::drop_text(const ui::Point& place, std::string html, std::string text) {
  input_.drag.reset();
  if (desk_.takes_text(place)) input_.drag = ui::TextDrag{place, true, std::move(html), std::move(text)};
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
  for (const app::Effect& effect : session_.take_effects()) {
    if (const auto* draft = std::get_if<app::StoreDraft>(&effect)) waiting_drafts_.add(*draft);
    browser_.carry_out(effect);
  }
  show_text_in_field(field_active_);
}

void Tab::set_text(std::string_view text) {
  const Selection caret = Selection::caret(static_cast<Offset>(text.size()));
  const auto edit = editor::replace_all(model().editor, text, caret, editor::UserEvent::kCommand);
  if (edit) dispatch(app::Edit{*edit});
}

Utf16Offset Tab::anchor() const {
  return to_utf16(model().editor.text.bytes(), model().editor.selection.anchor);
}

Utf16Offset Tab::head() const {
  return to_utf16(model().editor.text.bytes(), model().editor.selection.head);
}

void Tab::select(Utf16Offset anchor, Utf16Offset head) {
  const std::string_view text = model().editor.text.bytes();
  const Selection selection{from_utf16(text, anchor), from_utf16(text, head)};
  if (const auto selected = editor::select(model().editor, selection)) dispatch(app::Edit{*selected});
}

void Tab::draft_stored(std::uint64_t version) {
  const auto stored = waiting_drafts_.stored(version);
  if (stored) dispatch(app::DraftStored{stored->document, stored->revision});
}

void Tab::end_forgetting(bool worked) {
  if (worked) waiting_drafts_.clear();
  dispatch(app::ForgettingEnded{worked});
}

bool Tab::open_waiting(const app::DocumentId& document) {
  const app::StoreDraft* draft = waiting_drafts_.of(document);
  if (draft == nullptr) return false;
  dispatch(app::RestoreDraft{document, draft->name, std::string(draft->text.bytes()), draft->saved, false});
  return true;
}

void Tab::list_draft(app::KeptDraft draft, std::string_view head) {
  draft.title = app::title_of(head);
  listed_drafts_.push_back(std::move(draft));
}

void Tab::finish_list_of_drafts() {
  dispatch(app::DraftsListed{std::exchange(listed_drafts_, {})});
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

bool Tab::is_dark() const {
  const app::Theme theme = model().preferences.theme;
  return theme == app::Theme::kDark || (theme == app::Theme::kSystem && dark_);
}

double Tab::draw(double now) {
  last_frame_ = {};
  for (int pass = 1;; ++pass) {
    publish_appearance();
    screen_.begin_frame(now);
    const ui::Input input = next_input(now);
    ui::Frame frame = desk_.draw(model(), session_.derived(), input, screen_.scale(), is_dark());
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
    add_pass(last_frame_, std::move(frame));
    if (shown) return settled ? last_frame_.next_frame_in : 0;
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
  const auto shown = desk_.semantics().nodes();
  std::vector<ui::SemanticNode> nodes(shown.begin(), shown.end());
  for (ui::SemanticNode& node : nodes) {
    if (const auto source = std::exchange(node.source, {}))
      node.part = page_parts_.part_at(*source).value_or(0);
  }
  std::string changes = ui::changes_json(nodes_, nodes);
  nodes_ = std::move(nodes);
  return changes;
}

std::string Tab::page_changes() {
  const auto nodes = desk_.semantics().nodes();
  const bool is_shown = std::ranges::find(nodes, ui::kPageId, &ui::SemanticNode::id) != nodes.end();
  if (!is_shown) return {};
  const PageOrigin origin{model().editor.revision, model().preferences.language};
  if (origin != page_origin_) {
    page_parts_.read(session_.derived().release(model()), messages::Catalog::of(origin.language));
    page_origin_ = origin;
  }
  if (page_parts_.is_told()) return {};
  const writers::PagePartChange change = page_parts_.next(kPageBytes);
  if (change.empty()) return {};
  std::string json = "{\"language\":";
  append_json_string(json, page_parts_.language());
  json += ",\"first\":" + std::to_string(change.first) + ",\"removed\":" + std::to_string(change.removed) +
          ",\"added\":[";
  for (const std::string& html : change.added) {
    if (json.back() != '[') json += ',';
    append_json_string(json, html);
  }
  return json + "],\"isLast\":" + (change.is_last ? "true}" : "false}");
}

void Tab::reveal_part(std::size_t part) {
  if (const auto source = page_parts_.source_of(part)) desk_.reveal_on_page(*source);
}

void Tab::go_to_part(std::size_t part) {
  const auto source = page_parts_.source_of(part);
  const auto end = static_cast<Offset>(model().editor.text.size());
  if (source && *source <= end) dispatch(app::GoTo{{*source, *source}});
}

void Tab::publish_appearance() {
  if (is_dark() == shown_dark_) return;
  shown_dark_ = is_dark();
  browser_.set_appearance(shown_dark_);
}

// Where the field is, and whether people write in it, may be another after the frame's own actions: the next
// frame tells.
void Tab::publish(const ui::Frame& frame, bool is_current) {
  if (is_current) publish_field(frame.field);
  publish_document();
  if (is_current) publish_fields();
  if (is_current) publish_focus();
  publish_pointer(frame.pointer);
}

void Tab::publish_field(const ui::FieldState& state) {
  if (state.takes_tab != keeps_tab_) {
    keeps_tab_ = state.takes_tab;
    browser_.keep_tab(keeps_tab_);
  }
  browser_.move_field(ui::to_css(state.caret, screen_.scale()));
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
  browser_.show_field(field_active_, window_.shown(), window_.anchor(), window_.head());
}

void Tab::publish_document() {
  const messages::Catalog& words = messages::Catalog::of(model().preferences.language);
  const std::string_view title = model().bad_link ? words.label(ui::BadLinkPage::title_of(*model().bad_link))
                                                  : std::string_view(model().file_name);
  if (title != title_) {
    title_ = title;
    browser_.set_title(title_);
  }
  const std::string_view language = messages::tag(model().preferences.language);
  if (language != language_) {
    language_ = language;
    browser_.set_language(language_);
  }
}

// The fields that people type into are the page's own: they must be there before they can have the keyboard.
void Tab::publish_fields() {
  std::string fields;
  for (const ui::SemanticNode& node : desk_.semantics().nodes()) {
    if (node.action != ui::NodeAction::kType) continue;
    fields += node.id + '\n' + node.value + '\n';
    for (const ui::CssRect& part : {node.bounds, node.whole}) {
      for (const float length : {part.x, part.y, part.width, part.height}) {
        append_hundredths(fields, length);
        fields += '\n';
      }
    }
  }
  if (fields == fields_) return;
  fields_ = std::move(fields);
  browser_.follow_fields();
}

void Tab::publish_focus() {
  if (focus_.empty()) return;
  browser_.focus(std::exchange(focus_, {}));
}

void Tab::publish_pointer(ui::Pointer pointer) {
  if (pointer == pointer_) return;
  pointer_ = pointer;
  browser_.show_pointer(pointer_);
}

}  // namespace depeche::platform
