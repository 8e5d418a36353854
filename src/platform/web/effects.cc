#include "platform/web/effects.h"

#include "platform/web/browser.h"

namespace depeche::platform {
namespace {

void perform(const app::Download& file) {
  browser::download(file.name.data(), file.name.size(), file.mime_type.data(), file.mime_type.size(),
                    file.bytes.data(), file.bytes.size());
}
void perform(const app::SavePage& page) {
  browser::save_page(page.name.data(), page.name.size(), page.html.data(), page.html.size());
}
void perform(const app::PrintPage&) {
  browser::print_page();
}
void perform(const app::WriteClipboard& content) {
  browser::write_clipboard(content.text.data(), content.text.size(), content.html.data(), content.html.size(),
                           content.markdown);
}
void perform(const app::ReadClipboard& wanted) {
  browser::read_clipboard(wanted.plain);
}
void perform(const app::PickFile&) {
  browser::pick_file();
}
void perform(const app::PickFolder&) {
  browser::pick_folder();
}
void perform(const app::StoreDraft& draft) {
  browser::draft_changed(draft.text.size());
}
void perform(const app::HoldDocument& held) {
  browser::hold_document(held.document.text.data(), held.document.text.size());
}
void perform(const app::AskForStorage&) {
  browser::ask_for_storage();
}
void perform(const app::ListDrafts&) {
  browser::list_drafts();
}
void perform(const app::FetchDraft& draft) {
  browser::fetch_draft(draft.id.text.data(), draft.id.text.size());
}
void perform(const app::ForgetDrafts& drafts) {
  std::string lines;
  for (const app::DocumentId& id : drafts.ids) lines += id.text + "\n";
  browser::forget_drafts(lines.data(), lines.size());
}
void perform(const app::CopyLink& link) {
  browser::copy_link(link.link.data(), link.link.size());
}
void perform(const app::ClearFragment&) {
  browser::clear_fragment();
}
void perform(const app::Navigate& link) {
  browser::navigate(link.url.data(), link.url.size());
}
void perform(const app::Announce& sentence) {
  browser::announce(sentence.text.data(), sentence.text.size());
}
void perform(const app::StorePreference& choice) {
  browser::store_preference(choice.name.data(), choice.name.size(), choice.value.data(), choice.value.size());
}

}  // namespace

void Effects::carry_out(const std::vector<app::Effect>& effects) {
  for (const app::Effect& effect : effects) {
    if (const auto* draft = std::get_if<app::StoreDraft>(&effect)) waiting_drafts_.add(*draft);
    std::visit([](const auto& what) { perform(what); }, effect);
  }
}

}  // namespace depeche::platform
