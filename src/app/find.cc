#include "app/find.h"

#include <span>

namespace depeche::app {
namespace {

bool replaces(const FindRequest& request) {
  return request.kind == FindRequest::Kind::kReplace || request.kind == FindRequest::Kind::kReplaceAll;
}

}  // namespace

void Find::follow(const Model& model, const editor::TextChange& change) {
  const bool is_next = search_ != nullptr && model.find.open && query_ == model.find.query &&
                       revision_ != change.after && revision_ == change.before;
  if (!is_next) return;
  replacements_.reset();
  if (search_->follow(change.change, model.editor.text)) revision_ = change.after;
}

editor::Search& Find::search(const Model& model) {
  const bool kept = search_ != nullptr && revision_ == model.editor.revision && query_ == model.find.query;
  if (!kept) {
    replacements_.reset();
    revision_ = model.editor.revision;
    query_ = model.find.query;
    search_ = std::make_unique<editor::Search>(model.editor.text, query_);
    ++searches_;
  }
  return *search_;
}

bool Find::advance(const Model& model, std::size_t work) {
  const bool found = search(model).advance(work);
  if (editor::Replacements* replacements = known_replacements(model)) replacements->advance(work);
  return found && (!model.find.request || is_ready(model));
}

bool Find::is_ready(const Model& model) {
  if (!model.find.request) return false;
  const FindRequest request = *model.find.request;
  if (request.kind == FindRequest::Kind::kNext) return search(model).knows_next(request.from);
  if (request.kind == FindRequest::Kind::kPrevious) return search(model).knows_previous(request.from);
  const editor::Replacements* replacements = known_replacements(model);
  if (replacements != nullptr) return replacements->done();
  const bool is_one = request.kind == FindRequest::Kind::kReplace;
  return is_one && search(model).knows_next(model.editor.selection.span().begin);  // and it is no match
}

const editor::Replacements* Find::replacements(const Model& model) {
  return known_replacements(model);
}

editor::Replacements* Find::known_replacements(const Model& model) {
  if (!model.find.request || !replaces(*model.find.request)) return nullptr;
  const editor::Search& search = this->search(model);
  const Replacing wanted{*model.find.request, model.editor.selection.span(), model.find.replacement};
  if (replacements_ && replacing_ == wanted) return replacements_.get();

  std::span<const Span> matches = search.matches();
  if (wanted.request.kind == FindRequest::Kind::kReplaceAll) {
    if (!search.done()) return nullptr;
  } else {
    const std::optional<std::size_t> selected = search.index_of(wanted.selected);
    if (!selected) return nullptr;
    matches = matches.subspan(*selected, 1);
  }
  replacing_ = wanted;
  replacements_ = std::make_unique<editor::Replacements>(search, matches, wanted.replacement);
  return replacements_.get();
}

}  // namespace depeche::app
