// Documents that come, are kept as files, and are shared.
#include <algorithm>
#include <array>
#include <utility>

#include "app/documents.h"
#include "app/picture_path.h"
#include "app/templates.h"
#include "app/text_commands.h"
#include "app/update/groups.h"
#include "app/update/opening.h"
#include "app/work.h"
#include "rules/rules.h"
#include "share/link.h"
#include "writers/json.h"
#include "writers/page.h"

namespace depeche::app {
namespace {

bool may_open(std::string_view url) {
  constexpr std::array<std::string_view, 3> schemes = {"https://", "http://", "mailto:"};
  return std::any_of(schemes.begin(), schemes.end(),
                     [&](std::string_view scheme) { return url.starts_with(scheme); });
}

std::string export_name(const Model& model, std::string_view ending) {
  return file_name_without_ending(model.file_name) + std::string(ending);
}

void on(Step& step, const OpenFile& file) {
  const bool is_open = receive(step, file.name, file.bytes);
  const bool is_as_it_came = step.editor().text.bytes() == file.bytes;  // no file holds what was converted
  if (is_open && is_as_it_came) step.model().saved_revision = step.editor().revision;
  if (is_open) step.announce({"told/opened", {step.model().file_name}});
}

// An address may have a fragment for reasons of its own: that is no link of ours.
void refuse_link(Step& step, const Message& problem) {
  if (problem.key == "share/not-a-link") return;
  step.announce(problem);
  step.model().bad_link = BadLink{problem, last_work(step.editor()).has_value()};
}

void on(Step& step, const OpenLink& link) {
  Result<std::string> draft = share::decode_fragment(link.text);
  if (!draft.ok()) return refuse_link(step, draft.problem());
  step.model().bad_link.reset();  // of the address before this one
  if (open_shared(step, std::move(draft).value())) {
    step.model().linked = step.model().document;
  } else {
    step.emit(ClearFragment{});
  }
}

void on(Step& step, const LeaveBadLink&) {
  leave_bad_link(step);
}

void on(Step& step, const SetShareAddress& page) {
  step.model().share_address = page.address;
}

void on(Step& step, const NewDocument&) {
  open_template(step, kNewName, kBlankRelease);
}

void on(Step& step, const OpenSample&) {
  open_template(step, kSampleName, sample_release());
}

void on(Step& step, const ChooseFile&) {
  step.emit(PickFile{});
}

void on(Step& step, const ChooseFolder&) {
  step.emit(PickFolder{});
}

void on(Step& step, const KeepPicture& picture) {
  const bool stays = step.model().keeping == Keeping::kBrowser;
  step.tell({stays ? "app/picture-kept" : "app/picture-shown", {picture.name}});
  if (step.model().bad_link) return;  // the text does not show
  if (names_picture(step.release(), step.catalog(), picture.name)) return;
  const std::string path = picture_path(picture.name);
  // The caret goes between the brackets: what the picture shows is asked for.
  step.apply_if(insert_in_body(step.editor(), step.release(), "![](" + path + ")", Selection::caret(2)));
}

// ---- Saving and sharing

void on(Step& step, const SaveMarkdown&) {
  Model& model = step.model();
  step.emit(Download{model.file_name, "text/markdown;charset=utf-8", std::string(model.editor.text.bytes())});
  model.saved_revision = model.editor.revision;
  if (!model.is_template()) step.store_draft();
  step.tell({"app/saved", {model.file_name}});
}

void on(Step& step, const ExportJson&) {
  // What the site says of it: no hints for other programs, whatever is ticked.
  const Release& release = step.release();
  const std::string json = writers::json(release, rules::check(release), step.catalog());
  const std::string name = export_name(step.model(), ".json");
  step.emit(Download{name, "application/json", json});
  step.tell({"app/exported", {name}});
}

void on(Step& step, const ExportPage&) {
  const std::string name = export_name(step.model(), ".html");
  step.emit(SavePage{name, writers::page(step.release(), step.catalog())});
  step.tell({"app/exported", {name}});
}

void on(Step& step, const Print&) {
  step.emit(PrintPage{});
}

void on(Step& step, const Share&) {
  Result<std::string> fragment = share::encode_fragment(step.editor().text.bytes());
  if (!fragment.ok()) return step.tell(fragment.problem(), Severity::kError);
  const bool lacks_pictures = !picture_paths(step.release(), step.catalog()).empty();
  step.model().dialog = ShareDialog{step.model().share_address + *fragment, false, lacks_pictures};
}

void on(Step& step, const CopyShareLink&) {
  if (const ShareDialog* dialog = step.dialog<ShareDialog>()) step.emit(CopyLink{dialog->link});
}

void on(Step& step, const ShareLinkCopied&) {
  if (step.dialog<ShareDialog>() != nullptr) step.model().dialog.reset();
  step.tell({"app/link-copied", {}});
}

void on(Step& step, const OpenUrl& link) {
  if (may_open(link.url)) step.emit(Navigate{link.url});
}

}  // namespace

void carry_out(Step& step, const DocumentAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
