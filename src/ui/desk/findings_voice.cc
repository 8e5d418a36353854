#include "ui/desk/findings_voice.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "ui/desk/problems.h"

namespace depeche::ui {
namespace {

constexpr double kPause = 1.0;  // seconds without a change

// The same for a finding that has only moved.
std::size_t hash_of(const Diagnostic& finding) {
  const std::hash<std::string_view> hash;
  std::size_t sum = hash(finding.rule);
  for (const std::string& argument : finding.message.arguments) sum = sum * 31 + hash(argument);
  return sum;
}

std::vector<std::size_t> hashes_of(std::span<const Diagnostic> findings) {
  std::vector<std::size_t> hashes;
  hashes.reserve(findings.size());
  for (const Diagnostic& finding : findings) hashes.push_back(hash_of(finding));
  std::ranges::sort(hashes);
  return hashes;
}

}  // namespace

void FindingsVoice::follow(Context& context, const app::Model& model, std::span<const Diagnostic> findings) {
  if (!has_changed(context, model, findings)) return;
  const bool is_due = document_ != model.document.text || context.time - since_ >= kPause;
  if (!is_due) return context.wake_in(since_ + kPause - context.time);
  is_open_ = false;
  tell(context, model, findings);
}

// Whether there may be something to tell: looked at closely only when the text has changed.
bool FindingsVoice::has_changed(const Context& context, const app::Model& model,
                                std::span<const Diagnostic> findings) {
  const std::uint64_t revision = model.editor.revision;
  const bool is_seen = revision == revision_ && findings.size() == count_;
  if (is_seen) return is_open_;
  revision_ = revision;
  count_ = findings.size();
  since_ = context.time;
  is_open_ = document_ != model.document.text || hashes_of(findings) != told_;
  return is_open_;
}

void FindingsVoice::tell(Context& context, const app::Model& model, std::span<const Diagnostic> findings) {
  std::vector<std::size_t> before = std::exchange(told_, hashes_of(findings));
  const std::string document = std::exchange(document_, model.document.text);
  if (document.empty()) return;
  std::string words = summary_of(context, findings);
  const auto is_new = [&](const Diagnostic& finding) {
    return !std::ranges::binary_search(before, hash_of(finding));
  };
  const auto found = std::ranges::find_if(findings, is_new);
  if (document == document_ && found != findings.end()) {
    const std::size_t line = model.editor.text.position(found->span.begin).line;
    words = context.words.text({"told/finding", {words, words_of(context, *found, line)}});
  }
  context.act(app::Say{std::move(words)});
}

}  // namespace depeche::ui
