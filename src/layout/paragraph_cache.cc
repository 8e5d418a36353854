#include "layout/paragraph_cache.h"

#include <functional>
#include <utility>

namespace depeche::layout {
namespace {

// A generation holds about this many bytes of text: a dozen large screens.
constexpr std::size_t kBytesOfAGeneration = std::size_t{256} << 10;
constexpr std::size_t kBytesOfAnEntry = 64;  // what an empty paragraph counts as

}  // namespace

std::size_t ParagraphCache::Hash::operator()(const Key& key) const {
  std::size_t hash = std::hash<std::string>()(key.content.text);
  const auto mix = [&hash](std::size_t value) { hash = (hash ^ value) * 0x9E3779B1U; };
  for (const Run& run : key.content.runs) {
    mix(run.range.begin);
    mix(run.style.face * 256U + run.style.paint);
    mix(std::hash<float>()(run.object ? run.object->width : run.style.size));
  }
  mix(std::hash<float>()(key.options.width) + (key.options.balanced ? 1 : 0));
  return hash;
}

std::shared_ptr<const Paragraph> ParagraphCache::get(ParagraphContent content,
                                                     const ParagraphOptions& options) {
  Key key{std::move(content), options};
  if (const auto found = current_.find(key); found != current_.end()) return found->second;

  make_room(key.content.text.size() + kBytesOfAnEntry);
  if (const auto found = previous_.find(key); found != previous_.end()) {
    return current_.insert(previous_.extract(found)).position->second;
  }
  ++layouts_;
  auto paragraph = std::make_shared<const Paragraph>(key.content, key.options, metrics_);
  return current_.emplace(std::move(key), std::move(paragraph)).first->second;
}

void ParagraphCache::make_room(std::size_t bytes) {
  if (current_bytes_ + bytes > kBytesOfAGeneration && !current_.empty()) {
    previous_ = std::exchange(current_, {});
    current_bytes_ = 0;
  }
  current_bytes_ += bytes;
}

void ParagraphCache::clear() {
  current_.clear();
  previous_.clear();
  current_bytes_ = 0;
}

}  // namespace depeche::layout
