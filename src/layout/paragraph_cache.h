// Keeps paragraphs as long as they are in use, so that only what changed is laid out again.
//
// The key is all that a paragraph depends on: content, styles, options. Memory is bounded: a generation ends at
// 256 KB of text, a dozen large screens, and what was not asked for during two generations is dropped.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>

#include "layout/paragraph.h"

namespace depeche::layout {

class ParagraphCache {
 public:
  // `metrics` must outlive the cache.
  explicit ParagraphCache(FontMetrics& metrics) : metrics_(metrics) {}

  std::shared_ptr<const Paragraph> get(ParagraphContent content, const ParagraphOptions& options);

  // Drops everything, because the fonts have changed.
  void clear();

  // The number of paragraphs laid out since the start, so that tests can see that only changes cost work.
  std::uint64_t layouts() const { return layouts_; }

 private:
  struct Key {
    ParagraphContent content;
    ParagraphOptions options;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  using Generation = std::unordered_map<Key, std::shared_ptr<const Paragraph>, Hash>;

  void make_room(std::size_t bytes);

  FontMetrics& metrics_;
  Generation current_;
  Generation previous_;
  std::size_t current_bytes_ = 0;  // of text
  std::uint64_t layouts_ = 0;
};

}  // namespace depeche::layout
