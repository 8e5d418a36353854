#include "app/update.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "app/blank_release.h"
#include "app/commands.h"
#include "app/documents.h"
#include "app/form.h"
#include "app/header_paste.h"
#include "app/pasting.h"
#include "app/picture_path.h"
#include "app/place.h"
#include "app/work.h"
#include "base/decimal.h"
#include "editor/commands.h"
#include "embedded/sample.h"
#include "frontmatter/fences.h"
#include "frontmatter/front_matter.h"
#include "rules/rules.h"
#include "share/link.h"
#include "writers/html.h"
#include "writers/json.h"
#include "writers/page.h"

namespace depeche::app {
namespace {

constexpr std::string_view kSampleName = "communique-exemple.md";
constexpr std::string_view kNewName = "communique.md";
constexpr std::string_view kLinkName = "communique-partage.md";

// The saved revision of a text that nobody has as a file.
constexpr std::uint64_t kNeverSaved = ~std::uint64_t{0};

bool may_open(std::string_view url) {
  constexpr std::array<std::string_view, 3> schemes = {"https://", "http://", "mailto:"};
  return std::any_of(schemes.begin(), schemes.end(),
                     [&](std::string_view scheme) { return url.starts_with(scheme); });
}

// What typing does to a state.
std::optional<editor::Transaction> transaction_of(const editor::EditorState& state, const TypeText& typed) {
  std::optional<editor::Transaction> transaction;
  if (typed.composing) {
    std::optional<Change> change = Change::of(state.text.size(), {{typed.replaced, typed.text}});
    if (change) transaction = {*std::move(change), typed.selection, editor::UserEvent::kComposing, {}};
  } else {
    transaction = editor::type_text(state, typed.replaced, typed.text, typed.selection, typed.kind);
  }
  if (transaction) transaction->time = typed.time;
  return transaction;
}

// One action at work: each `on` is what an action means. Lives for one call of update().
class Step {
 public:
  Step(Model model, Derived& derived) : derived_(derived) { update_.model = std::move(model); }

  Update finish(std::uint64_t revision_before) && {
    if (model().editor.revision != revision_before) follow_change();
    return std::move(update_);
  }

  // Editing

  void on(const Edit& edit) { apply(edit.transaction); }

  void on(const TypeText& typed) {
    std::optional<editor::Transaction> transaction = transaction_of(model().editor, typed);
    if (!transaction) return;
    const Offset begin = model().composition ? model().composition->begin : typed.replaced.begin;
    apply(*transaction);
    const Offset end = typed.replaced.begin + static_cast<Offset>(typed.text.size());
    if (typed.composing && begin <= end) model().composition = Span{begin, end};
  }

  void on(const EndComposition&) { model().composition.reset(); }

  void on(const Undo&) { apply_if(editor::undo(model().editor)); }
  void on(const Redo&) { apply_if(editor::redo(model().editor)); }

  void on(const Run& run) {
    apply_if(transaction_of(run.command, model().editor, derived_.release(model()),
                            catalog().label("ui/author-placeholder")));
  }
  void on(const SetHeading& heading) {
    apply_if(set_heading(heading.level, model().editor, derived_.release(model())));
  }

  // Dialogs of commands

  void on(const OpenForm& form) {
    const Release& release = derived_.release(model());
    const Place place = place_at(release, model().editor.selection);
    if (form.kind == FormKind::kSharedDraft) {
      model().dialog = open_form(form.kind, model().editor, release);
      return;
    }
    if (form.kind == FormKind::kImportantLink && place.important_link)
      return on(Run{Command::kImportantLink});
    if (place.kind == editor::TextKind::kYaml && form.kind != FormKind::kAttachment)
      return tell({"form/in-front-matter", {}}, Severity::kWarning);
    model().dialog = open_form(form.kind, model().editor, release);
  }

  void on(const SetFormValue& value) {
    FormDialog* form = model().dialog ? std::get_if<FormDialog>(&*model().dialog) : nullptr;
    if (form == nullptr || value.field >= form->values.size()) return;
    form->values[value.field] = value.value;
    if (form->wrong == value.field) form->wrong.reset();
  }

  void on(const RemoveLink&) {
    model().dialog.reset();
    const Release& release = derived_.release(model());
    const Place place = place_at(release, model().editor.selection);
    if (place.link != markdown::kNoNode)
      apply_if(editor::remove_link(model().editor, parts_of(release.tree, place.link)));
  }

  // Find and replace

  void on(const OpenFind& open) {
    constexpr Offset kLongestSelection = 200;
    show_source();  // the bar is above it
    FindBar& find = model().find;
    const Span selected = model().editor.selection.span();
    const std::string_view text = model().editor.text.bytes(selected);
    const bool taken = !selected.empty() && selected.size() <= kLongestSelection &&
                       text.find_first_of("\r\n") == std::string_view::npos;
    if (taken && !find.query.options.regex) find.query.pattern = text;
    find.replace = open.replace || (find.open && find.replace);
    find.open = true;
    ++find.asked;
    model().tab = Tab::kSource;
  }
  void on(const CloseFind&) {
    model().find.open = false;
    model().find.request.reset();
  }
  void on(const ToggleReplace&) { model().find.replace = !model().find.replace; }

  // The nearest match shows while the query is typed.
  void on(const SetFind& set) {
    FindBar& find = model().find;
    find.request.reset();
    find.replacement = set.replacement;
    const editor::SearchQuery query{set.query, set.options};
    if (query == find.query) return;
    find.query = query;
    ask_of_find({FindRequest::Kind::kNext, model().editor.selection.span().begin});
  }

  void on(const FindNext& next) {
    const Span selected = model().editor.selection.span();
    if (next.backward) return ask_of_find({FindRequest::Kind::kPrevious, selected.begin});
    ask_of_find({FindRequest::Kind::kNext, selected.end});
  }

  void on(const ReplaceMatch&) { ask_of_find({FindRequest::Kind::kReplace}); }

  void on(const ReplaceAllMatches&) { ask_of_find({FindRequest::Kind::kReplaceAll}); }

  void on(const GoOnFinding&) { carry_out_request(); }

  // The outline

  void on(const ToggleOutline&) {
    OutlinePane& outline = model().outline;
    outline.open = !outline.open;
    outline.filter.clear();
  }
  void on(const SetOutlineFilter& filter) { model().outline.filter = filter.text; }

  void on(const Paste& paste) { emit(ReadClipboard{paste.plain}); }

  void on(const PasteText& paste) {
    if (take_as_link(paste.text) || take_as_document(paste.text)) return;
    if (take_in_header("", paste.text)) return;
    apply_paste(editor::insert_text(model().editor, paste.text, editor::UserEvent::kPaste));
  }

  void on(const PasteHtml& paste) {
    if (take_as_link(paste.text) || take_as_document(paste.text)) return;
    if (take_in_header(paste.html, paste.text)) return;
    const HtmlPaste rich = paste_html(model().editor, derived_.release(model()), paste.html);
    const bool fits =
        rich.transaction
            ? apply_paste(rich.transaction)
            : apply_paste(editor::insert_text(model().editor, paste.text, editor::UserEvent::kPaste));
    if (fits && rich.remark) tell(*rich.remark, Severity::kWarning);
  }

  void on(const CopySelection& copy) {
    if (model().bad_link) return;  // the text does not show
    const editor::EditorState& state = model().editor;
    if (state.selection.empty()) return;
    emit(WriteClipboard{std::string(state.text.bytes(state.selection.span())),
                        html_of_selection(state, derived_.release(model())), true});
    if (copy.cut) apply_if(editor::delete_selection(state));
  }

  void on(const CopyFromPage& copied) { emit(WriteClipboard{copied.text, copied.html, false}); }

  void on(const GoTo& place) {
    const Offset end = model().editor.text.size();
    const Span span{std::min(place.span.begin, end), std::min(place.span.end, end)};
    apply({Change(end), Selection::of(span), editor::UserEvent::kSelect});
    show_source();
  }

  void on(const ApplyFix& asked) {
    const std::vector<Diagnostic>& shown = derived_.shown_diagnostics(model());
    if (asked.diagnostic >= shown.size()) return;
    const Diagnostic chosen = shown[asked.diagnostic];
    // It may be of a while ago: then it must hold still.
    const std::vector<Diagnostic>& true_now = derived_.diagnostics(model());
    if (std::find(true_now.begin(), true_now.end(), chosen) == true_now.end()) return;
    if (asked.fix >= chosen.fixes.size()) return;
    apply_if(editor::replace(model().editor, chosen.fixes[asked.fix].edits));
  }

  void on(const SetField& field) {
    const auto edits = frontmatter::set_field(model().editor.text, field.path, field.value);
    if (!edits.ok()) return tell(edits.problem(), Severity::kError);
    apply_if(editor::replace(model().editor, edits.value()));
  }

  // Documents

  void on(const OpenFile& file) {
    const bool is_open = receive(file.name, file.bytes);
    const bool is_as_it_came = model().editor.text.bytes() == file.bytes;  // no file holds what was converted
    if (is_open && is_as_it_came) model().saved_revision = model().editor.revision;
  }

  void on(const OpenLink& link) {
    Result<std::string> draft = share::decode_fragment(link.text);
    if (!draft.ok()) return refuse_link(draft.problem());
    model().bad_link.reset();  // of the address before this one
    if (open_shared(std::move(draft).value())) {
      model().linked = model().document;
    } else {
      emit(ClearFragment{});
    }
  }

  void on(const LeaveBadLink&) { leave_bad_link(); }

  void on(const SetShareAddress& page) { model().share_address = page.address; }

  void on(const RestoreDraft& draft) {
    DocumentId document = draft.document.empty() ? model().ids.next() : draft.document;
    open(std::move(document), draft.name, Text(draft.bytes));  // whatever it holds: it was here before
    if (draft.saved) model().saved_revision = model().editor.revision;
    if (draft.stored) leave_unstored();
  }

  // Kept drafts

  void on(const ShowDrafts&) {
    model().dialog = DraftsDialog{};
    emit(ListDrafts{});
  }

  void on(const DraftsListed& listed) {
    DraftsDialog* dialog = drafts_dialog();
    if (dialog == nullptr) return;
    dialog->listed = true;
    dialog->drafts = listed.drafts;
    // A list that comes late does not take the question away.
    std::erase_if(dialog->to_delete, [&](const DocumentId& id) {
      return std::ranges::find(listed.drafts, id, &KeptDraft::id) == listed.drafts.end();
    });
  }

  void on(const OpenDraft& draft) { emit(FetchDraft{draft.id}); }

  void on(const DeleteDrafts& drafts) {
    if (DraftsDialog* dialog = drafts_dialog()) dialog->to_delete = drafts.ids;
  }

  void on(const NewDocument&) { open_template(kNewName, kBlankRelease); }
  void on(const OpenSample&) { open_template(kSampleName, embedded::sample::sample_release_md); }
  void on(const ChooseFile&) { emit(PickFile{}); }

  void on(const ChooseFolder&) { emit(PickFolder{}); }

  void on(const KeepPicture& picture) {
    tell({"app/picture-kept", {picture.name}});
    if (model().bad_link) return;  // the text does not show
    if (names_picture(derived_.release(model()), catalog(), picture.name)) return;
    const std::string path = picture_path(picture.name);
    // The caret goes between the brackets: what the picture shows is asked for.
    apply_if(
        insert_in_body(model().editor, derived_.release(model()), "![](" + path + ")", Selection::caret(2)));
  }

  // Saving and sharing

  void on(const SaveMarkdown&) {
    emit(
        Download{model().file_name, "text/markdown;charset=utf-8", std::string(model().editor.text.bytes())});
    model().saved_revision = model().editor.revision;
    if (!model().is_template()) store_draft();
    tell({"app/saved", {model().file_name}});
  }

  void on(const ExportJson&) {
    // What the site says of it: no hints for other programs, whatever is ticked.
    const Release& release = derived_.release(model());
    const std::string json = writers::json(release, rules::check(release), catalog());
    const std::string name = export_name(".json");
    emit(Download{name, "application/json", json});
    tell({"app/exported", {name}});
  }

  void on(const ExportPage&) {
    const std::string name = export_name(".html");
    emit(SavePage{name, writers::page(derived_.release(model()), catalog())});
    tell({"app/exported", {name}});
  }

  void on(const Print&) { emit(PrintPage{}); }

  void on(const Share&) {
    Result<std::string> fragment = share::encode_fragment(model().editor.text.bytes());
    if (!fragment.ok()) return tell(fragment.problem(), Severity::kError);
    model().dialog = ShareDialog{model().share_address + *fragment, false,
                                 !picture_paths(derived_.release(model()), catalog()).empty()};
  }

  void on(const CopyShareLink&) {
    if (const ShareDialog* dialog = share_dialog()) emit(CopyLink{dialog->link});
  }

  void on(const ShareLinkCopied&) {
    if (share_dialog() != nullptr) model().dialog.reset();
    tell({"app/link-copied", {}});
  }

  void on(const OpenUrl& link) {
    if (may_open(link.url)) emit(Navigate{link.url});
  }

  // The desk

  void on(const SetSplit& split) {
    model().split = std::clamp(split.ratio, 0.2F, 0.8F);
    emit(StorePreference{"split", float_text(double{model().split})});
  }

  void on(const SetTab& tab) { model().tab = tab.tab; }
  void on(const SetPanes& panes) {
    model().panes = panes.panes;
    constexpr std::array<std::string_view, 3> names = {"both", "source", "page"};
    emit(StorePreference{"panes", std::string(names[static_cast<std::size_t>(panes.panes)])});
  }

  void on(const SwapPanes&) {
    model().swapped = !model().swapped;
    emit(StorePreference{"swapped", model().swapped ? "yes" : "no"});
  }

  void on(const ToggleProblems&) { model().problems_open = !model().problems_open; }

  void on(const SetLanguage& language) {
    model().language = language.language;
    emit(StorePreference{"language", language.language == messages::Language::kFrench ? "fr" : "en"});
  }

  void on(const SetTheme& theme) {
    model().theme = theme.theme;
    constexpr std::array<std::string_view, 3> names = {"light", "dark", "system"};
    emit(StorePreference{"theme", std::string(names[static_cast<std::size_t>(theme.theme)])});
  }

  void on(const SetMonospaced& face) {
    model().monospaced = face.monospaced;
    emit(StorePreference{"monospaced", face.monospaced ? "yes" : "no"});
  }

  void on(const ShowInvisibles& invisibles) {
    model().invisibles_shown = invisibles.shown;
    emit(StorePreference{"invisibles", invisibles.shown ? "yes" : "no"});
  }

  void on(const CheckPortability& portability) {
    model().portability_checked = portability.checked;
    if (portability.checked) model().problems_open = true;
  }

  void on(const AcceptDialog&) {
    if (!model().dialog) return;
    if (std::holds_alternative<FormDialog>(*model().dialog)) return accept_form();
    if (DraftsDialog* drafts = drafts_dialog()) {
      if (!drafts->to_delete.empty()) emit(ForgetDrafts{std::exchange(drafts->to_delete, {})});
      return;
    }
    model().dialog.reset();
  }

  void on(const CloseDialog&) {
    DraftsDialog* drafts = drafts_dialog();
    if (drafts != nullptr && !drafts->to_delete.empty()) return drafts->to_delete.clear();
    model().dialog.reset();
  }
  void on(const DismissNotice&) { model().notice.reset(); }
  void on(const ShowNotice& notice) { tell(notice.message, notice.severity); }

  void on(const DraftStored& stored) {
    if (stored.document == model().document) model().stored_revision = stored.revision;
    if (stored.document != model().linked) return;
    model().linked.reset();
    if (!model().bad_link) emit(ClearFragment{});  // else it is that of another link
  }
  void on(const EffectFailed& failed) {
    ShareDialog* dialog = share_dialog();
    if (dialog == nullptr || failed.problem.key != "ui/link-failed")
      return tell(failed.problem, Severity::kError);
    dialog->copy_refused = true;
    emit(Announce{catalog().text(failed.problem)});
  }
  void on(const DraftsFailed& failed) {
    if (drafts_dialog() != nullptr) model().dialog.reset();  // it would hide the words
    tell(failed.problem, Severity::kError);
  }

 private:
  Model& model() { return update_.model; }
  const messages::Catalog& catalog() { return messages::Catalog::of(model().language); }
  void emit(Effect effect) { update_.effects.push_back(std::move(effect)); }

  void tell(Message message, Severity severity = Severity::kHint) {
    emit(Announce{catalog().text(message)});
    model().notice = Notice{std::move(message), severity};
    ++model().notices;
  }

  DraftsDialog* drafts_dialog() {
    return model().dialog ? std::get_if<DraftsDialog>(&*model().dialog) : nullptr;
  }

  ShareDialog* share_dialog() {
    return model().dialog ? std::get_if<ShareDialog>(&*model().dialog) : nullptr;
  }

  void accept_form() {
    auto& form = std::get<FormDialog>(*model().dialog);
    if (form.kind == FormKind::kSharedDraft) return accept_link(form);
    const Result<editor::Transaction> done = complete_form(form, model().editor, derived_.release(model()));
    if (done.ok()) {
      const bool attached = form.kind == FormKind::kAttachment;
      apply(*done);
      model().dialog.reset();
      if (attached) tell({"form/attached", {}});
    } else if (!form.wrong) {
      tell(done.problem(), Severity::kError);
      model().dialog.reset();
    } else {
      emit(Announce{catalog().text(done.problem())});
    }
  }

  // Carried out at once when a slice of work is enough, else when the find bar has got there.
  void ask_of_find(FindRequest request) {
    if (!model().find.open) return;
    model().find.request = request;
    derived_.find().advance(model());
    carry_out_request();
  }

  void carry_out_request() {
    if (!derived_.find().is_ready(model())) return;
    const editor::Search& search = derived_.search(model());
    const editor::Replacements* replacements = derived_.find().replacements(model());
    const FindRequest request = *std::exchange(model().find.request, std::nullopt);
    switch (request.kind) {
      case FindRequest::Kind::kNext:
        return select_match(search, search.next(request.from));
      case FindRequest::Kind::kPrevious:
        return select_match(search, search.previous(request.from));
      case FindRequest::Kind::kReplace:
        return replace_match(replacements);
      case FindRequest::Kind::kReplaceAll:
        return replace_matches(*replacements, search.stopped());
    }
  }

  void select_match(const editor::Search& search, std::optional<std::size_t> index) {
    if (!index) return;
    apply_if(editor::select(model().editor, Selection::of(search.matches()[*index])));
    ++model().reveal;
  }

  // None where nothing that was found is selected: then this is only the way to the next.
  void replace_match(const editor::Replacements* replacements) {
    if (replacements != nullptr && replacements->problem())
      return tell(*replacements->problem(), Severity::kWarning);
    if (replacements != nullptr) apply_if(editor::replace_match(model().editor, *replacements));
    on(FindNext{});
  }

  // `stopped`: there may be more matches than were found.
  void replace_matches(const editor::Replacements& replacements, bool stopped) {
    const std::size_t count = replacements.edits().size();
    if (replacements.problem()) return tell(*replacements.problem(), Severity::kWarning);
    if (count == 0 && stopped) return tell({"find/too-complex", {}}, Severity::kWarning);
    if (count == 0) return tell({"find/none", {}});
    apply_if(editor::replace_matches(model().editor, replacements));
    if (stopped) return tell({"find/replaced-some", {std::to_string(count)}}, Severity::kWarning);
    tell({count == 1 ? "find/replaced-one" : "find/replaced-many", {std::to_string(count)}});
  }

  void apply(const editor::Transaction& transaction) {
    model().editor = editor::apply(model().editor, transaction);
    model().composition.reset();
    model().find.request.reset();
    derived_.follow(model());
    ++model().reveal;
  }

  void apply_if(const std::optional<editor::Transaction>& transaction) {
    if (transaction) apply(*transaction);
  }

  // Whether it fits: a document is to be one that can be opened again.
  bool apply_paste(const std::optional<editor::Transaction>& transaction) {
    if (!transaction) return true;
    const bool fits = transaction->change.length_after() <= kMaximumDocumentSize;
    if (fits) {
      apply(*transaction);
      show_source();
    } else {
      tell({"app/paste-too-large", {std::to_string(kMaximumDocumentSize >> 20)}}, Severity::kError);
    }
    return fits;
  }

  void show_source() {
    model().tab = Tab::kSource;
    if (model().panes == Panes::kPage) model().panes = Panes::kBoth;
  }

  // Opens what came, if it can be opened.
  bool receive(std::string_view name, std::string bytes) {
    Result<IncomingDocument> document = receive_document(name, std::move(bytes));
    if (!document.ok()) {
      tell(document.problem(), Severity::kError);
      return false;
    }
    open_new(document->name, document->text);
    if (document->converted) tell(*document->converted, Severity::kWarning);
    if (!document->is_valid_utf8) tell({"app/file-not-utf8", {document->name}}, Severity::kWarning);
    return true;
  }

  // Share links

  // The draft of a link shows as the page that it is to become: who opens it wants to read.
  bool open_shared(std::string draft) {
    if (!receive(kLinkName, std::move(draft))) return false;
    model().tab = Tab::kPage;
    return true;
  }

  // An address may have a fragment for reasons of its own: that is no link of ours.
  void refuse_link(const Message& problem) {
    if (problem.key == "share/not-a-link") return;
    emit(Announce{catalog().text(problem)});
    model().bad_link = BadLink{problem, last_work(model().editor).has_value()};
  }

  void leave_bad_link() {
    if (!std::exchange(model().bad_link, std::nullopt)) return;
    emit(ClearFragment{});
  }

  void accept_link(FormDialog& form) {
    Result<std::string> draft = share::decode_fragment(form.values[0]);
    if (draft.ok()) {
      model().dialog.reset();
      open_shared(std::move(draft).value());
      return;
    }
    form.wrong = 0;
    form.problem = draft.problem();
    emit(Announce{catalog().text(form.problem)});
  }

  // Whether what is pasted was taken as a share link: its draft comes in the place of a text that holds
  // nothing of the person's own. While a link that does not open shows, nothing else can be pasted.
  bool take_as_link(std::string_view pasted) {
    const bool waits = model().bad_link.has_value();
    if (!waits && (!is_blank() || frontmatter::find_fences(pasted).present)) return false;
    Result<std::string> draft = share::decode_fragment(pasted);
    if (draft.ok()) {
      const bool shows = waits || is_untouched(model().editor) ? open_shared(std::move(draft).value())
                                                               : replace_document(*draft);
      if (shows) tell({"app/link-opened", {}});
    } else if (waits) {
      tell(draft.problem(), Severity::kError);
    }
    return draft.ok() || waits;
  }

  // Whether what is pasted was taken as a whole document: it comes in the place of a text that holds nothing
  // of the person's own.
  bool take_as_document(const std::string& pasted) {
    if (!is_blank() || !frontmatter::find_fences(pasted).present) return false;
    if (is_untouched(model().editor))
      receive("", pasted);
    else
      replace_document(pasted);
    return true;
  }

  // Whether what is pasted must not come among the fields of the front matter as it is.
  bool take_in_header(std::string_view html, std::string_view text) {
    const std::optional<HtmlPaste> paste =
        paste_into_header(model().editor, derived_.release(model()), html, text);
    if (!paste) return false;
    const bool fits = apply_paste(paste->transaction);
    if (fits && paste->remark) tell(*paste->remark, Severity::kWarning);
    return true;
  }

  // As an edit, since undo must lead back to what was there before the text was emptied. Whether it fits.
  bool replace_document(std::string_view document) {
    editor::EditorState all = model().editor;
    all.selection = {0, all.text.size()};
    std::optional<editor::Transaction> paste = editor::insert_text(all, document, editor::UserEvent::kPaste);
    if (!paste) return false;
    const Text text = paste->change.apply(all.text);
    paste->selection = Selection::caret(first_caret(text));
    return apply_paste(paste);
  }

  // Whether nothing in the text is the person's own.
  bool is_blank() { return is_blank_document(model().editor.text.bytes()); }

  // The sample, or a new release.
  void open_template(std::string_view name, std::string_view text) {
    open_new(std::string(name), Text(std::string(text)));
    model().template_revision = model().editor.revision;
    leave_unstored();
  }

  void open_new(std::string name, Text text) {
    const std::optional<editor::EditorState> work = last_work(model().editor);
    const bool leaves_work = work && work->revision != model().saved_revision;
    open(model().ids.next(), std::move(name), std::move(text));
    if (leaves_work) tell({"app/former-kept", {}});
  }

  // What was emptied is kept with the text that it had: undo does not lead there any more.
  void keep_emptied_work() {
    const std::optional<editor::EditorState> work = last_work(model().editor);
    if (!work || work->revision == model().editor.revision) return;
    emit(StoreDraft{model().document, model().file_name, work->text, work->revision,
                    work->revision == model().saved_revision});
  }

  // Puts a document in the place of the one that is open. That one lies in the store, or waits to be stored.
  void open(DocumentId document, std::string name, Text text) {
    opened_ = true;
    if (document != model().document) keep_emptied_work();
    model().document = std::move(document);
    emit(HoldDocument{model().document});
    const Selection start = Selection::caret(first_caret(text));
    model().editor = editor::open(model().editor, std::move(text));
    model().editor.selection = start;
    model().file_name = std::move(name);
    model().saved_revision = kNeverSaved;
    model().composition.reset();
    model().find.request.reset();
    leave_bad_link();
    model().dialog.reset();
    model().notice.reset();
    ++model().reveal;
  }

  std::string export_name(std::string_view ending) {
    return file_name_without_ending(model().file_name) + std::string(ending);
  }

  // The text that was opened lies in the store already, or is nobody's own.
  void leave_unstored() {
    model().stored_revision = model().editor.revision;
    left_unstored_ = true;
  }

  // The text is another than before the action. It is stored also where undo leads back to what is stored: a
  // later text may be waiting to be.
  void follow_change() {
    if (!left_unstored_) store_draft();
    if (opened_ || std::exchange(model().asked_for_storage, true)) return;
    emit(AskForStorage{});
  }

  void store_draft() {
    emit(StoreDraft{model().document, model().file_name, model().editor.text, model().editor.revision,
                    model().is_saved()});
  }

  Update update_;
  Derived& derived_;
  bool opened_ = false;         // another document than before
  bool left_unstored_ = false;  // which needs no storing
};

}  // namespace

Model initial_model(const DocumentIds& ids) {
  Model model;
  model.ids = ids;
  model.document = model.ids.next();
  model.editor = editor::open(Text(std::string(embedded::sample::sample_release_md)));
  model.editor.selection = Selection::caret(first_caret(model.editor.text));
  model.file_name = kSampleName;
  model.saved_revision = kNeverSaved;
  model.template_revision = model.editor.revision;
  model.stored_revision = model.editor.revision;
  return model;
}

Update update(Model model, const Action& action, Derived& derived) {
  const std::uint64_t revision_before = model.editor.revision;
  Step step(std::move(model), derived);
  std::visit([&](const auto& what) { step.on(what); }, action);
  return std::move(step).finish(revision_before);
}

}  // namespace depeche::app
