// The text, the selection, and what goes to and from the clipboard.
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/documents.h"
#include "app/header_paste.h"
#include "app/pasting.h"
#include "app/place.h"
#include "app/text_commands.h"
#include "app/update/groups.h"
#include "app/update/opening.h"
#include "app/work.h"
#include "editor/commands.h"
#include "frontmatter/fences.h"
#include "frontmatter/front_matter.h"
#include "share/link.h"

namespace depeche::app {
namespace {

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

void on(Step& step, const Edit& edit) {
  step.apply(edit.transaction);
}

void on(Step& step, const TypeText& typed) {
  const std::optional<editor::Transaction> transaction = transaction_of(step.editor(), typed);
  if (!transaction) return;
  Model& model = step.model();
  const Offset begin = model.composition ? model.composition->begin : typed.replaced.begin;
  step.apply(*transaction);
  const Offset end = typed.replaced.begin + static_cast<Offset>(typed.text.size());
  if (typed.composing && begin <= end) model.composition = Span{begin, end};
}

void on(Step& step, const EndComposition&) {
  step.model().composition.reset();
}

void on(Step& step, const Undo&) {
  const auto transaction = editor::undo(step.editor());
  step.apply_if(transaction);
  if (transaction) step.announce({"told/undone", {}});
}

void on(Step& step, const Redo&) {
  const auto transaction = editor::redo(step.editor());
  step.apply_if(transaction);
  if (transaction) step.announce({"told/redone", {}});
}

// A command that goes on and off, as its button calls it.
struct Switch {
  TextCommand command;
  std::string_view label;
  bool Place::*is_on;
};
constexpr Switch kSwitches[] = {
    {TextCommand::kBold, "ui/bold", &Place::bold},
    {TextCommand::kItalic, "ui/italic", &Place::italic},
    {TextCommand::kStrike, "ui/strike", &Place::struck},
    {TextCommand::kCode, "ui/code", &Place::code},
    {TextCommand::kBulletList, "ui/list", &Place::bullet_list},
    {TextCommand::kOrderedList, "ui/ordered-list", &Place::ordered_list},
    {TextCommand::kQuote, "ui/quote", &Place::quote},
    {TextCommand::kCitation, "ui/citation", &Place::citation},
};

// Whoever does not see the button hears what it shows.
void say_switch(Step& step, TextCommand command) {
  const auto* const found = std::ranges::find(kSwitches, command, &Switch::command);
  if (found == std::end(kSwitches)) return;
  const bool is_on = place_at(step.release(), step.editor().selection).*(found->is_on);
  step.announce({is_on ? "told/on" : "told/off", {std::string(step.catalog().label(found->label))}});
}

void on(Step& step, const Run& run) {
  const auto transaction = transaction_of(run.command, step.editor(), step.release(),
                                          step.catalog().label("ui/author-placeholder"));
  if (!transaction) return;
  step.apply(*transaction);
  say_switch(step, run.command);
}

void on(Step& step, const SetHeading& heading) {
  step.apply_if(set_heading(heading.level, step.editor(), step.release()));
}

void on(Step& step, const GoTo& place) {
  const Offset end = step.editor().text.size();
  const Span span{std::min(place.span.begin, end), std::min(place.span.end, end)};
  step.apply({Change(end), Selection::of(span), editor::UserEvent::kSelect});
  step.show_source();
}

void on(Step& step, const ApplyFix& asked) {
  if (asked.revision != step.editor().revision) return;
  // What is shown may be of a while ago: then it must hold still.
  const std::vector<Diagnostic>& holds = step.derived().diagnostics(step.model());
  const bool is_offered = std::ranges::any_of(holds, [&](const Diagnostic& diagnostic) {
    return std::ranges::find(diagnostic.fixes, asked.fix) != diagnostic.fixes.end();
  });
  const auto transaction = is_offered ? editor::replace(step.editor(), asked.fix.edits) : std::nullopt;
  step.apply_if(transaction);
  if (transaction) step.announce({"told/fixed", {}});
}

void on(Step& step, const SetField& field) {
  const auto edits = frontmatter::set_field(step.editor().text, field.path, field.value);
  if (!edits.ok()) return step.tell(edits.problem(), Severity::kError);
  step.apply_if(editor::replace(step.editor(), edits.value()));
}

// ---- The clipboard

void on(Step& step, const CopySelection& copy) {
  if (step.model().bad_link) return;  // the text does not show
  const editor::EditorState& state = step.editor();
  if (state.selection.empty()) return;
  step.emit(WriteClipboard{std::string(state.text.bytes(state.selection.span())),
                           html_of_selection(state, step.release()), true});
  if (copy.cut) step.apply_if(editor::delete_selection(state));
}

void on(Step& step, const CopyFromPage& copied) {
  step.emit(WriteClipboard{copied.text, copied.html, false});
}

void on(Step& step, const Paste& paste) {
  step.emit(ReadClipboard{paste.plain});
}

bool is_blank(Step& step) {
  return is_blank_document(step.editor().text.bytes());
}

// As an edit, since undo must lead back to what was there before the text was emptied. Whether it fits.
bool replace_document(Step& step, std::string_view document) {
  editor::EditorState all = step.editor();
  all.selection = {0, all.text.size()};
  std::optional<editor::Transaction> paste = editor::insert_text(all, document, editor::UserEvent::kPaste);
  if (!paste) return false;
  paste->selection = Selection::caret(first_caret(paste->change.apply(all.text)));
  return step.apply_paste(paste);
}

// Whether what is pasted was taken as a share link: its draft comes in the place of a text that holds
// nothing of the person's own. While a link that does not open shows, nothing else can be pasted.
bool take_as_link(Step& step, std::string_view pasted) {
  const bool waits = step.model().bad_link.has_value();
  if (!waits && (!is_blank(step) || frontmatter::find_fences(pasted).present)) return false;
  Result<std::string> draft = share::decode_fragment(pasted);
  if (draft.ok()) {
    const bool shows = waits || is_untouched(step.editor()) ? open_shared(step, std::move(draft).value())
                                                            : replace_document(step, *draft);
    if (shows) step.tell({"app/link-opened", {}});
  } else if (waits) {
    step.tell(draft.problem(), Severity::kError);
  }
  return draft.ok() || waits;
}

// Whether what is pasted was taken as a whole document: it comes in the place of a text that holds nothing
// of the person's own.
bool take_as_document(Step& step, const std::string& pasted) {
  if (!is_blank(step) || !frontmatter::find_fences(pasted).present) return false;
  if (is_untouched(step.editor()))
    receive(step, "", pasted);
  else
    replace_document(step, pasted);
  return true;
}

// Whether what is pasted must not come among the fields of the front matter as it is.
bool take_in_header(Step& step, std::string_view html, std::string_view text) {
  const std::optional<HtmlPaste> paste = paste_into_header(step.editor(), step.release(), html, text);
  if (!paste) return false;
  const bool fits = step.apply_paste(paste->transaction);
  if (fits && paste->remark) step.tell(*paste->remark, Severity::kWarning);
  return true;
}

bool take_as_plain(Step& step, std::string_view text) {
  return step.apply_paste(editor::insert_text(step.editor(), text, editor::UserEvent::kPaste));
}

void on(Step& step, const PasteText& paste) {
  if (take_as_link(step, paste.text) || take_as_document(step, paste.text)) return;
  if (take_in_header(step, "", paste.text)) return;
  take_as_plain(step, paste.text);
}

void on(Step& step, const PasteHtml& paste) {
  if (take_as_link(step, paste.text) || take_as_document(step, paste.text)) return;
  if (take_in_header(step, paste.html, paste.text)) return;
  const HtmlPaste rich = paste_html(step.editor(), step.release(), paste.html);
  const bool fits = rich.transaction ? step.apply_paste(rich.transaction) : take_as_plain(step, paste.text);
  if (fits && rich.remark) step.tell(*rich.remark, Severity::kWarning);
}

}  // namespace

void carry_out(Step& step, const EditingAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
