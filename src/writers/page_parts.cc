#include "writers/page_parts.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "writers/html_fragment.h"
#include "writers/html_safe.h"
#include "writers/page.h"

namespace depeche::writers {
namespace {

std::string safe(std::string_view html) {
  return is_valid_utf8(html) ? safe_html(html) : safe_html(scrub_utf8(html));
}

// FNV-1a, 64 bits on every platform: parts that differ must not be taken for the same.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  return hash;
}

}  // namespace

void PageParts::add(std::string_view html, Offset source, bool is_safe) {
  if (html.empty()) return;
  const auto begin = static_cast<Offset>(html_.size());
  html_ += html;
  parts_.push_back({hash_of(html), source, {begin, static_cast<Offset>(html_.size())}, is_safe});
}

void PageParts::read(const Release& release, const messages::Catalog& otherwise) {
  PageFrame frame = page_frame(release, otherwise);
  const HtmlBlocks body = html_blocks(release.tree, release.dialect);
  const auto end = static_cast<Offset>(release.text.size());
  language_ = std::move(frame.language);
  html_.clear();
  parts_.clear();
  add(frame.head, 0, true);
  parts_.back().hash ^= hash_of(language_);
  std::size_t begin = 0;
  for (const HtmlBlocks::Block& block : body.blocks) {
    const Offset source = block.node == markdown::kNoNode ? end : release.tree.span(block.node).begin;
    add(std::string_view(body.html).substr(begin, block.end - begin), source, false);
    begin = block.end;
  }
  add(frame.foot, end + 1, true);
  is_told_ = false;
}

PagePartChange PageParts::next(std::size_t limit) {
  const auto is_same = [](const Part& one, const Part& other) { return one.hash == other.hash; };
  const auto [told, now] = std::mismatch(told_.begin(), told_.end(), parts_.begin(), parts_.end(), is_same);
  const auto first = static_cast<std::size_t>(now - parts_.begin());
  const std::size_t room = std::min(told_.size(), parts_.size()) - first;
  std::size_t same_behind = 0;
  while (same_behind < room &&
         is_same(told_[told_.size() - 1 - same_behind], parts_[parts_.size() - 1 - same_behind]))
    ++same_behind;

  PagePartChange change;
  change.first = first;
  change.removed = told_.size() - same_behind - first;
  const std::size_t last = parts_.size() - same_behind;
  std::size_t next = first;
  for (std::size_t size = 0; next < last && (next == first || size < limit); ++next) {
    const Part& part = parts_[next];
    const std::string_view html = part.html.of(html_);
    change.added.push_back(part.is_safe ? std::string(html) : safe(html));
    size += html.size();
  }
  change.is_last = next == last;

  told_.assign(parts_.begin(), parts_.begin() + static_cast<std::ptrdiff_t>(next));
  told_.insert(told_.end(), parts_.begin() + static_cast<std::ptrdiff_t>(last), parts_.end());
  is_told_ = change.is_last;
  if (is_told_) html_ = {};
  return change;
}

std::optional<std::size_t> PageParts::part_at(Offset source) const {
  const auto behind = std::ranges::upper_bound(told_, source, {}, &Part::source);
  if (behind == told_.begin()) return std::nullopt;
  return static_cast<std::size_t>(behind - told_.begin()) - 1;
}

std::optional<Offset> PageParts::source_of(std::size_t part) const {
  if (part >= told_.size()) return std::nullopt;
  return told_[part].source;
}

}  // namespace depeche::writers
