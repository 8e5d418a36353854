#include "tests/fuzz/promises.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "frontmatter/front_matter.h"
#include "messages/catalog.h"
#include "paste/rich_paste.h"
#include "release/release.h"
#include "rules/checker.h"
#include "rules/rules.h"
#include "share/link.h"
#include "tests/support/safe_check.h"
#include "tests/support/tree_check.h"
#include "text/change.h"
#include "writers/html.h"
#include "writers/html_safe.h"
#include "writers/json.h"
#include "writers/page.h"

namespace depeche::fuzz {
namespace {

using markdown::Dialect;
using messages::Catalog;
using messages::Language;
using writers::HtmlMode;

Dialect dialect_of(char picker) {
  switch (static_cast<unsigned char>(picker) % 3) {
    case 0:
      return Dialect::kKramdown;
    case 1:
      return Dialect::kCommonMark;
    default:
      return Dialect::kGfm;
  }
}

// A statement and what broke it; the first one counts.
class Promises {
 public:
  void hold(bool holds, std::string_view promise) {
    if (!holds && broken_.empty()) broken_ = promise;
  }
  void hold_no_problem(const std::string& problem, std::string_view of) {
    if (!problem.empty() && broken_.empty()) broken_ = std::string(of) + ": " + problem;
  }
  std::string broken() && { return std::move(broken_); }

 private:
  std::string broken_;
};

void check_tree(const Release& release, Promises& promises) {
  promises.hold_no_problem(problem_with_spans(release.tree), "the tree");
  promises.hold(release.body.end <= release.text.size(), "the body lies in the text");
  promises.hold(release.body.contains(release.tree.span(release.tree.root())), "the tree lies in the body");
  for (const Heading& heading : release.outline)
    promises.hold(release.tree.kind(heading.node) == markdown::Kind::kHeading, "the outline is of headings");
  for (Offset offset = 0; offset <= release.text.size(); offset += release.text.size() / 16 + 1) {
    const markdown::NodeId node = release.tree.node_at(offset);
    promises.hold(node < release.tree.size(), "each offset has a node");
    const Span span = release.tree.span(node);
    const bool is_inside = span.begin <= offset && offset <= span.end;
    promises.hold(is_inside || node == release.tree.root(), "the node at an offset holds it");
  }
}

void check_lines(const Text& text, Promises& promises) {
  for (Offset offset = 0; offset <= text.size(); offset += text.size() / 16 + 1) {
    const Span line = text.line_with_ending(text.line_at(offset));
    promises.hold(line.begin <= offset && offset <= line.end, "a line holds its offsets");
    if (!is_code_point_boundary(text.bytes(), offset)) continue;
    const Offset back = text.offset(text.position(offset));
    promises.hold(back <= offset, "a position is not past its offset");
  }
}

void check_html(const Release& release, Promises& promises) {
  const std::string faithful = html(release, HtmlMode::kFaithful);
  promises.hold(is_valid_utf8(faithful), "faithful HTML is UTF-8");
  const std::string safe = html(release, HtmlMode::kSafe);
  promises.hold_no_problem(SafeCheck::problem_with(safe), "safe HTML");
  promises.hold(writers::safe_html(safe) == safe, "safe HTML stays as it is");
}

void check_diagnostics(const Release& release, const std::vector<Diagnostic>& found, Promises& promises) {
  promises.hold(std::ranges::is_sorted(found, {}, [](const Diagnostic& each) { return each.span.begin; }),
                "diagnostics are ordered");
  for (const Diagnostic& diagnostic : found) {
    promises.hold(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= release.text.size(),
                  "a diagnostic lies in the text");
    promises.hold(!Catalog::of(Language::kFrench).text(diagnostic.message).empty(), "a diagnostic has words");
    for (const Fix& fix : diagnostic.fixes)
      promises.hold(Change::of(release.text.size(), fix.edits).has_value(), "a fix fits the text");
  }
}

void check_exports(const Release& release, const std::vector<Diagnostic>& found, Promises& promises) {
  const Catalog& catalog = Catalog::of(Language::kFrench);
  const std::string json = writers::json(release, found, catalog);
  promises.hold(is_valid_utf8(json), "the JSON is UTF-8");
  promises.hold(nlohmann::json::accept(json), "the JSON can be read");
  const std::string page = writers::page(release, catalog);
  promises.hold(is_valid_utf8(page), "the page is UTF-8");
  promises.hold(page.find("<script") == std::string::npos, "the page has no script");
}

// A revision that follows from the one before is the one that is read anew. The edits come from the text
// itself: a piece of it moves elsewhere, and goes.
void check_rereading(const Release& first, Promises& promises) {
  Release release = first;
  rules::Checker checker;
  checker.check(release);
  const auto size = static_cast<std::size_t>(first.text.size());
  for (std::size_t round = 1; round <= 4; ++round) {
    const auto from = static_cast<Offset>(size * round / 5);
    const std::string piece(first.text.bytes({from, from + static_cast<Offset>(1 + 7 * round)}));
    const auto at = static_cast<Offset>((size * 3 * round / 7) % (release.text.size() + 1));
    const Offset end = std::min<Offset>(release.text.size(), at + (round % 2 == 0 ? 5 : 0));
    const auto change = Change::of(release.text.size(), {{{at, end}, piece}});
    if (!change) return;
    const Text text = change->apply(release.text);
    release = reread_release(std::move(release), *change, text);
    const Release anew = read_release(text, first.dialect);
    promises.hold(anew.body == release.body, "a revision that follows has the body of its text");
    promises.hold_no_problem(difference_between(anew.tree, release.tree), "the tree that follows a change");
    promises.hold(checker.follow(release, *change) == rules::check(anew), "findings follow a change");
  }
}

// One field set: it reads back, and nothing else moves.
void check_set_field(const Release& release, std::string_view value_bytes, Promises& promises) {
  std::string value = scrub_utf8(value_bytes);
  std::erase(value, '\0');
  const auto edits = frontmatter::set_field(release.text, "title", value);
  if (!edits) return;
  const auto change = Change::of(release.text.size(), *edits);
  promises.hold(change.has_value(), "an edited field fits the text");
  if (!change) return;
  const frontmatter::FrontMatter after = frontmatter::read_front_matter(change->apply(release.text));
  const frontmatter::Value* title = after.find("title");
  const bool reads_back = title != nullptr && title->string() != nullptr && *title->string() == value;
  promises.hold(reads_back, "an edited field reads back");
}

void check_share(std::string_view text, Promises& promises) {
  const auto link = share::encode_fragment(text);
  promises.hold(link.ok(), "a draft fits a link");
  if (!link) return;
  const auto back = share::decode_fragment(*link);
  promises.hold(back.ok() && *back == text, "a link carries the draft");
  (void)share::decode_fragment(text);
  const std::string cut = link->substr(0, link->size() / 2);
  promises.hold(!share::decode_fragment(cut).ok(), "a cut link is refused");
}

void check_paste(std::string_view html, Promises& promises) {
  const std::string markdown = paste::read_rich_paste(html).markdown;
  promises.hold(is_valid_utf8(markdown), "what is pasted is UTF-8");
  promises.hold(!markdown.starts_with('\n') && !markdown.ends_with('\n'),
                "a paste begins and ends with text");
}

}  // namespace

std::string broken_promise(std::string_view input) {
  if (input.empty()) return "";
  const Text text{std::string(input.substr(1))};
  const Release release = read_release(text, dialect_of(input[0]));
  const std::vector<Diagnostic> found = rules::check(release, {.portability = true});
  Promises promises;
  check_lines(text, promises);
  check_tree(release, promises);
  check_rereading(release, promises);
  check_html(release, promises);
  check_diagnostics(release, found, promises);
  check_exports(release, found, promises);
  check_set_field(release, text.bytes().substr(text.size() - std::min<Offset>(text.size(), 12)), promises);
  check_paste(text.bytes(), promises);
  if (input.size() % 32 == 0) check_share(text.bytes(), promises);  // packing takes longer than all the rest
  return std::move(promises).broken();
}

}  // namespace depeche::fuzz
