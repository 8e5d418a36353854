#include "app/derived.h"

#include <algorithm>
#include <utility>

#include "app/templates.h"
#include "rules/settings.h"

namespace depeche::app {
namespace {

constexpr Findings::Source kRules = "rules";

}  // namespace

Derived::Question Derived::question(const Model& model) {
  return {model.editor.revision, model.dialect, model.portability_checked};
}

const Release& Derived::release(const Model& model) {
  refresh(model);
  return release_;
}

const std::vector<Diagnostic>& Derived::diagnostics(const Model& model) {
  refresh(model);
  if (!is_checked()) check();
  return findings_.all();
}

const std::vector<Diagnostic>& Derived::shown_diagnostics(const Model& model, double time) {
  refresh(model);
  if (is_checked()) return findings_.all();
  if (!changed_at_ || met_ != read_->revision) changed_at_ = time;
  met_ = read_->revision;
  if (!may_wait() || due_in(time) <= 0) check();
  return findings_.all();
}

const std::vector<Diagnostic>& Derived::shown_diagnostics(const Model& model) {
  refresh(model);
  if (!is_checked() && !may_wait()) check();
  return findings_.all();
}

// Equal questions alone would not do: undo brings a revision back, but not the places that were lost meanwhile.
bool Derived::is_checked() const {
  return checked_ == read_ && findings_.is_exact(kRules);
}

// Whether what the rules said of an earlier revision may be shown: it has been moved with the text since.
bool Derived::may_wait() const {
  const Offset large = read_->portability_checked ? kLargeToCompare : kLarge;
  return checked_ && checked_->dialect == read_->dialect &&
         checked_->portability_checked == read_->portability_checked && release_change_ &&
         release_.text.size() >= large;
}

double Derived::due_in(double time) const {
  if (is_checked() || !changed_at_) return std::numeric_limits<double>::infinity();
  return *changed_at_ + kPause - time;
}

void Derived::follow(const Model& model, const editor::TextChange& change) {
  find_.follow(model, change);
  if (!pending_ || change.after == followed_) return;
  if (change.before == followed_ && change.change.length_before() == pending_->length_after()) {
    pending_ = pending_->compose(change.change);
  } else {
    pending_.reset();
  }
  followed_ = change.after;
}

void Derived::refresh(const Model& model) {
  const Question asked = question(model);
  if (read_ == asked) return;
  const bool is_read = read_ && read_->revision == asked.revision && read_->dialect == asked.dialect;
  if (!is_read) {
    const bool follows = read_ && read_->dialect == asked.dialect && pending_ &&
                         followed_ == asked.revision && pending_->length_after() == model.editor.text.size();
    if (follows) {
      release_ = reread_release(std::move(release_), *pending_, model.editor.text);
      findings_.follow({read_->revision, asked.revision, *pending_});
      release_change_ = ReleaseChange{read_->revision, *std::move(pending_), release_.node_change};
    } else {
      release_ = read_release(model.editor.text, model.dialect);
      findings_.clear();
      release_change_.reset();
      checked_.reset();
    }
    ++reads_;
  }
  read_ = asked;
  pending_ = Change(model.editor.text.size());
  followed_ = asked.revision;
}

void Derived::check() {
  findings_.ask(kRules, read_->revision, release_.text.size());
  findings_.answer(kRules, read_->revision, ask_rules());
  checked_ = read_;
  changed_at_.reset();
  ++checks_;
}

std::span<const Diagnostic> Derived::ask_rules() {
  // A new release is all gaps: nobody has to answer for them before the first letter.
  if (release_.text.bytes() == kBlankRelease) {
    checker_ = rules::Checker();
    return {};
  }
  const rules::Settings settings{.portability = read_->portability_checked};
  const bool is_next = release_change_ && checked_ && checked_->revision == release_change_->before;
  return is_next ? checker_.follow(release_, release_change_->change, settings)
                 : checker_.check(release_, settings);
}

}  // namespace depeche::app
