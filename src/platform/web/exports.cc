// The functions that the page's scripts call (web/program/program.js, border.h). Each takes the Page that `create` of
// web_main.cc made. Text comes in through one buffer: the scripts ask for room, write UTF-8, and call with
// the sizes of its parts. Text goes out as the address of a View, good until the next call.
#include <cstdint>
#include <string>

#include "app/keeping.h"
#include "app/kept_draft.h"
#include "platform/screen.h"
#include "platform/web/border.h"
#include "platform/web/page.h"
#include "ui/kit/commands.h"
#include "ui/kit/input.h"

namespace depeche::platform {

DEPECHE_EXPORT(room) char* room(Page* page, std::size_t size) {
  return page->room(size);
}

// The canvas, the pointer and the system's settings.
DEPECHE_EXPORT(resize) void resize(Page* page, float width, float height, float scale) {
  page->tab.resize({width, height}, scale);
}
DEPECHE_EXPORT(move_pointer) void move_pointer(Page* page, PointerKind kind, float x, float y) {
  page->screen.move_pointer(kind, {x, y});
}
DEPECHE_EXPORT(press_pointer) void press_pointer(Page* page, PointerKind kind, int button, bool down) {
  page->screen.press_pointer(kind, button, down);
}
// Whether a finger that comes down here drags something; else it scrolls.
DEPECHE_EXPORT(is_on_handle) bool is_on_handle(Page* page, float x, float y) {
  return page->tab.desk().is_on_handle({x, y});
}
DEPECHE_EXPORT(leave_pointer) void leave_pointer(Page* page) {
  page->screen.leave_pointer();
}
DEPECHE_EXPORT(scroll) void scroll(Page* page, float columns, float rows) {
  page->screen.scroll(columns, rows);
}
DEPECHE_EXPORT(set_modifiers) void set_modifiers(Page* page, bool control, bool shift, bool alt) {
  page->screen.set_modifiers({.control = control, .shift = shift, .alt = alt});
}
DEPECHE_EXPORT(set_appearance) void set_appearance(Page* page, bool dark) {
  page->tab.set_appearance(dark);
}
DEPECHE_EXPORT(set_touch_only) void set_touch_only(Page* page, bool only) {
  page->tab.set_touch_only(only);
}
DEPECHE_EXPORT(set_apple_keys) void set_apple_keys(Page* page, bool apple) {
  page->tab.set_apple_keys(apple);
}
DEPECHE_EXPORT(set_still) void set_still(Page* page, bool still) {
  page->tab.set_still(still);
}
DEPECHE_EXPORT(pictures_changed) void pictures_changed(Page* page) {
  page->pictures.changed();
}
DEPECHE_EXPORT(fonts_changed) void fonts_changed(Page* page) {
  page->tab.fonts_changed();
}
DEPECHE_EXPORT(restore_context) void restore_context(Page* page) {
  page->screen.restore();
}

// Text that another program drags over the page, and drops.
DEPECHE_EXPORT(drag_text) bool drag_text(Page* page, float x, float y) {
  return page->tab.drag_text({x, y});
}
DEPECHE_EXPORT(drop_text)
void drop_text(Page* page, float x, float y, std::size_t html_size, std::size_t text_size) {
  std::string html = page->take(html_size);
  page->tab.drop_text({x, y}, std::move(html), page->take(text_size));
}
DEPECHE_EXPORT(leave_drag) void leave_drag(Page* page) {
  page->tab.leave_drag();
}

// The keyboard.
DEPECHE_EXPORT(press_key)
void press_key(Page* page, ui::Key key, std::uint32_t character, bool control, bool shift, bool alt,
               bool word, bool line) {
  page->tab.press_key({key, character, {control, shift, alt, word, line}});
}
// Whose the keys are that write a character: asked before a key is taken from the browser.
DEPECHE_EXPORT(key_scope)
ui::KeyScope key_scope(std::uint32_t character, bool control, bool shift, bool alt) {
  return ui::scope_of({ui::Key::kCharacter, character, {control, shift, alt}});
}
// While a node of the parallel DOM has the focus that takes keys itself.
DEPECHE_EXPORT(press_key_on)
void press_key_on(Page* page, std::size_t node_size, ui::Key key, bool control, bool shift, bool alt,
                  bool word, bool line) {
  page->tab.desk().press(page->take(node_size), {key, 0, {control, shift, alt, word, line}});
}
DEPECHE_EXPORT(change_field)
void change_field(Page* page, std::uint32_t begin, std::uint32_t end, std::size_t text_size,
                  std::uint32_t anchor, std::uint32_t head, bool composing, double now) {
  page->tab.change_field({Utf16Offset{begin}, Utf16Offset{end}, page->take(text_size), Utf16Offset{anchor},
                          Utf16Offset{head}, composing},
                         now);
}
DEPECHE_EXPORT(end_composition) void end_composition(Page* page) {
  page->tab.end_composition();
}
DEPECHE_EXPORT(set_focus) void set_focus(Page* page, bool focused) {
  page->tab.set_focus(focused);
}

// The clipboard. A copy writes it before it returns (imports::write_clipboard).
DEPECHE_EXPORT(paste) void paste(Page* page, std::size_t size) {
  page->tab.dispatch(app::PasteText{page->take(size)});
}
DEPECHE_EXPORT(paste_html) void paste_html(Page* page, std::size_t html_size, std::size_t text_size) {
  std::string html = page->take(html_size);
  page->tab.dispatch(app::PasteHtml{std::move(html), page->take(text_size)});
}
DEPECHE_EXPORT(copy) void copy(Page* page, bool cut) {
  page->tab.copy(cut);
}

// A choice of an earlier visit, or of the browser: as app::StorePreference had it.
DEPECHE_EXPORT(set_preference)
void set_preference(Page* page, std::size_t name_size, std::size_t value_size) {
  std::string name = page->take(name_size);
  page->tab.dispatch(app::RestorePreference{std::move(name), page->take(value_size)});
}

// What the page tells of its host, detail by detail (app/host.h).
DEPECHE_EXPORT(set_host_detail)
void set_host_detail(Page* page, std::size_t name_size, std::size_t value_size) {
  std::string name = page->take(name_size);
  page->tab.dispatch(app::SetHostDetail{std::move(name), page->take(value_size)});
}

// Documents.
DEPECHE_EXPORT(open_file) void open_file(Page* page, std::size_t name_size, std::size_t size) {
  std::string name = page->take(name_size);
  page->tab.dispatch(app::OpenFile{std::move(name), page->take(size)});
}
DEPECHE_EXPORT(keep_picture) void keep_picture(Page* page, std::size_t name_size) {
  page->tab.dispatch(app::KeepPicture{page->take(name_size)});
}
// The page's address, up to where the fragment of a share link follows.
DEPECHE_EXPORT(set_share_address) void set_share_address(Page* page, std::size_t size) {
  page->tab.dispatch(app::SetShareAddress{page->take(size)});
}
DEPECHE_EXPORT(open_link) void open_link(Page* page, std::size_t size) {
  page->tab.dispatch(app::OpenLink{page->take(size)});
}
// The id is empty where another tab has the draft open: then this is a copy.
DEPECHE_EXPORT(restore_draft)
void restore_draft(Page* page, std::size_t id_size, std::size_t name_size, std::size_t size, bool saved) {
  std::string id = page->take(id_size);
  std::string name = page->take(name_size);
  page->tab.dispatch(app::RestoreDraft{{std::move(id)}, std::move(name), page->take(size), saved});
}
DEPECHE_EXPORT(open_waiting) bool open_waiting(Page* page, std::size_t id_size) {
  return page->tab.open_waiting({page->take(id_size)});
}
// The drafts that the browser keeps, newest first: each by a call of the first, then the second. Of the text
// only as much as holds the front matter. The time is that of the wall clock.
DEPECHE_EXPORT(tell_draft)
void tell_draft(Page* page, std::size_t id_size, std::size_t name_size, std::size_t head_size, double size,
                app::DraftPlace place, int year, int month, int day, int hour, int minute) {
  app::KeptDraft draft;
  draft.id.text = page->take(id_size);
  draft.name = page->take(name_size);
  const std::string head = page->take(head_size);
  draft.size = static_cast<std::uint64_t>(size);
  draft.changed.date = {year, month, day};
  draft.changed.hour = hour;
  draft.changed.minute = minute;
  draft.place = place;
  page->tab.list_draft(std::move(draft), head);
}
DEPECHE_EXPORT(drafts_told) void drafts_told(Page* page) {
  page->tab.finish_list_of_drafts();
}
DEPECHE_EXPORT(set_text) void set_text(Page* page, std::size_t size) {
  page->tab.set_text(page->take(size));
}

// The drafts that wait to be stored: how many there are. Then, while nothing else is called, what there is to
// know of each: its version, the document that it is of, and what it holds.
DEPECHE_EXPORT(waiting_drafts) std::size_t waiting_drafts(Page* page) {
  return page->tab.waiting_drafts().all().size();
}
DEPECHE_EXPORT(draft_version) double draft_version(Page* page, std::size_t index) {
  return static_cast<double>(page->tab.waiting_drafts().all()[index].version);
}
DEPECHE_EXPORT(draft_document) const void* draft_document(Page* page, std::size_t index) {
  return page->show(page->tab.waiting_drafts().all()[index].draft.document.text);
}
DEPECHE_EXPORT(draft_saved) bool draft_saved(Page* page, std::size_t index) {
  return page->tab.waiting_drafts().all()[index].draft.saved;
}
DEPECHE_EXPORT(draft_name) const void* draft_name(Page* page, std::size_t index) {
  return page->show(page->tab.waiting_drafts().all()[index].draft.name);
}
DEPECHE_EXPORT(draft_text) const void* draft_text(Page* page, std::size_t index) {
  return page->show(page->tab.waiting_drafts().all()[index].draft.text.bytes());
}

// What came of an effect. A problem is a key of assets/messages and at most one argument.
DEPECHE_EXPORT(draft_stored) void draft_stored(Page* page, double version) {
  page->tab.draft_stored(static_cast<std::uint64_t>(version));
}
DEPECHE_EXPORT(draft_forgotten) void draft_forgotten(Page* page, std::size_t id_size) {
  page->tab.draft_forgotten({page->take(id_size)});
}
DEPECHE_EXPORT(set_keeping) void set_keeping(Page* page, app::Keeping keeping) {
  page->tab.dispatch(app::SetKeeping{keeping});
}
DEPECHE_EXPORT(end_forgetting) void end_forgetting(Page* page, bool worked) {
  page->tab.end_forgetting(worked);
}
DEPECHE_EXPORT(link_copied) void link_copied(Page* page) {
  page->tab.dispatch(app::ShareLinkCopied{});
}
DEPECHE_EXPORT(fail) void fail(Page* page, std::size_t key_size, std::size_t argument_size) {
  std::string key = page->take(key_size);
  page->tab.dispatch(app::EffectFailed{{std::move(key), {page->take(argument_size)}}});
}
DEPECHE_EXPORT(fail_drafts) void fail_drafts(Page* page, std::size_t key_size) {
  page->tab.dispatch(app::DraftsFailed{{page->take(key_size), {}}});
}

// A word for the person, likewise.
DEPECHE_EXPORT(warn) void warn(Page* page, std::size_t key_size, std::size_t argument_size) {
  std::string key = page->take(key_size);
  page->tab.dispatch(app::ShowNotice{{std::move(key), {page->take(argument_size)}}, Severity::kWarning});
}

// The release as an exported page.
DEPECHE_EXPORT(page_html) const void* page_html(Page* page) {
  return page->give(page->tab.page_html());
}

DEPECHE_EXPORT(draw) double draw(Page* page, double now) {
  return page->tab.draw(now);
}

// For scripts, tests and the parallel DOM.
// Whether nothing in the text is the person's own yet.
DEPECHE_EXPORT(is_template) bool is_template(Page* page) {
  return page->tab.model().is_template();
}
DEPECHE_EXPORT(text) const void* text(Page* page) {
  return page->show(page->tab.model().editor.text.bytes());
}
DEPECHE_EXPORT(document) const void* document(Page* page) {
  return page->show(page->tab.model().document.text);
}
DEPECHE_EXPORT(file_name) const void* file_name(Page* page) {
  return page->show(page->tab.model().file_name);
}
// The selection, in UTF-16 units of the text.
DEPECHE_EXPORT(selection_anchor) std::uint32_t selection_anchor(Page* page) {
  return static_cast<std::uint32_t>(page->tab.anchor());
}
DEPECHE_EXPORT(selection_head) std::uint32_t selection_head(Page* page) {
  return static_cast<std::uint32_t>(page->tab.head());
}
DEPECHE_EXPORT(select) void select(Page* page, std::uint32_t anchor, std::uint32_t head) {
  page->tab.select(Utf16Offset{anchor}, Utf16Offset{head});
}
DEPECHE_EXPORT(semantics) const void* semantics(Page* page) {
  return page->give(page->tab.desk().semantics().to_json());
}
DEPECHE_EXPORT(semantic_changes) const void* semantic_changes(Page* page) {
  return page->give(page->tab.semantic_changes());
}
DEPECHE_EXPORT(page_changes) const void* page_changes(Page* page) {
  return page->give(page->tab.page_changes());
}
// A part of the page as it was told last: brings it into sight on the canvas, or goes to where it is written.
DEPECHE_EXPORT(reveal_part) void reveal_part(Page* page, std::size_t part) {
  page->tab.reveal_part(part);
}
DEPECHE_EXPORT(go_to_part) void go_to_part(Page* page, std::size_t part) {
  page->tab.go_to_part(part);
}
// A link of the page that leads away.
DEPECHE_EXPORT(open_url) void open_url(Page* page, std::size_t size) {
  page->tab.dispatch(app::OpenUrl{page->take(size)});
}
DEPECHE_EXPORT(diagnostics) const void* diagnostics(Page* page) {
  return page->give(page->tab.diagnostics());
}
// A text field of the parallel DOM has this value now.
DEPECHE_EXPORT(enter) void enter(Page* page, std::size_t node_size, std::size_t value_size) {
  const std::string node = page->take(node_size);
  page->tab.desk().enter(node, page->take(value_size));
}
// A node of the parallel DOM has got the focus.
DEPECHE_EXPORT(reach) void reach(Page* page, std::size_t size) {
  page->tab.desk().reach(page->take(size));
}
DEPECHE_EXPORT(activate) void activate(Page* page, std::size_t size) {
  page->tab.desk().activate(page->take(size));
}

}  // namespace depeche::platform
