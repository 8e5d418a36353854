#include "platform/web/browser.h"

#include <string>

#include "platform/web/imports.h"

namespace depeche::platform {
namespace {

void perform(const app::Download& file) {
  imports::download(file.name.data(), file.name.size(), file.mime_type.data(), file.mime_type.size(),
                    file.bytes.data(), file.bytes.size());
}
void perform(const app::SavePage& page) {
  imports::save_page(page.name.data(), page.name.size(), page.html.data(), page.html.size());
}
void perform(const app::PrintPage&) {
  imports::print_page();
}
void perform(const app::WriteClipboard& content) {
  imports::write_clipboard(content.text.data(), content.text.size(), content.html.data(), content.html.size(),
                           content.markdown);
}
void perform(const app::ReadClipboard& wanted) {
  imports::read_clipboard(wanted.plain);
}
void perform(const app::PickFile&) {
  imports::pick_file();
}
void perform(const app::PickFolder&) {
  imports::pick_folder();
}
void perform(const app::StoreDraft& draft) {
  imports::draft_changed(draft.text.size());
}
void perform(const app::HoldDocument& held) {
  imports::hold_document(held.document.text.data(), held.document.text.size());
}
void perform(const app::AskForStorage&) {
  imports::ask_for_storage();
}
void perform(const app::ListDrafts&) {
  imports::list_drafts();
}
void perform(const app::FetchDraft& draft) {
  imports::fetch_draft(draft.id.text.data(), draft.id.text.size());
}
void perform(const app::ForgetDrafts& drafts) {
  std::string lines;
  for (const app::DocumentId& id : drafts.ids) lines += id.text + "\n";
  imports::forget_drafts(lines.data(), lines.size());
}
void perform(const app::ForgetEverything&) {
  imports::forget_everything();
}
void perform(const app::CopyLink& link) {
  imports::copy_link(link.link.data(), link.link.size());
}
void perform(const app::ClearFragment&) {
  imports::clear_fragment();
}
void perform(const app::Navigate& link) {
  imports::navigate(link.url.data(), link.url.size());
}
void perform(const app::Announce& sentence) {
  imports::announce(sentence.text.data(), sentence.text.size());
}
void perform(const app::StorePreference& choice) {
  imports::store_preference(choice.name.data(), choice.name.size(), choice.value.data(), choice.value.size());
}

std::string_view css_cursor(ui::Pointer pointer) {
  switch (pointer) {
    case ui::Pointer::kDefault:
      return "default";
    case ui::Pointer::kText:
      return "text";
    case ui::Pointer::kHand:
      return "pointer";
    case ui::Pointer::kResizeHorizontal:
      return "ew-resize";
    case ui::Pointer::kCopy:
      return "copy";
  }
  return "default";
}

}  // namespace

void WebBrowser::show_field(bool active, std::string_view text, Utf16Offset anchor, Utf16Offset head) {
  imports::field(active, text.data(), text.size(), static_cast<std::uint32_t>(anchor),
                 static_cast<std::uint32_t>(head));
}

void WebBrowser::move_field(const ui::CssRect& caret) {
  imports::caret(caret.x, caret.y, caret.height);
}

void WebBrowser::keep_tab(bool kept) {
  imports::keep_tab(kept);
}

void WebBrowser::follow_fields() {
  imports::fields_changed();
}

void WebBrowser::focus(std::string_view node) {
  imports::focus(node.data(), node.size());
}

void WebBrowser::show_pointer(ui::Pointer pointer) {
  const std::string_view cursor = css_cursor(pointer);
  imports::show_pointer(cursor.data(), cursor.size());
}

void WebBrowser::set_title(std::string_view title) {
  imports::title(title.data(), title.size());
}

void WebBrowser::set_language(std::string_view tag) {
  imports::language(tag.data(), tag.size());
}

void WebBrowser::set_appearance(bool dark) {
  imports::appearance(dark);
}

void WebBrowser::carry_out(const app::Effect& effect) {
  std::visit([](const auto& what) { perform(what); }, effect);
}

}  // namespace depeche::platform
