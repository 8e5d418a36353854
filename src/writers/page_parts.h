// The page of a release (page.h) in parts that follow one another: its head, each block of the body, the
// footnotes, its foot. Whoever shows the page learns which parts have changed since they were told last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

// Of the list of parts as it was told last, those from `first` on: `removed` of them gave place to the parts of
// `added`, each as safe HTML. Bytes of malformed UTF-8 are U+FFFD.
struct PagePartChange {
  std::size_t first = 0;
  std::size_t removed = 0;
  std::vector<std::string> added;
  bool is_last = true;  // nothing is left to tell

  bool empty() const { return removed == 0 && added.empty(); }
};

class PageParts {
 public:
  // Reads the page of another revision, or in another language. Linear in its size, without making it safe.
  void read(const Release& release, const messages::Catalog& otherwise);

  // The language tag of the page, escaped.
  const std::string& language() const { return language_; }

  // Whether next() has nothing to tell of what was read last.
  bool is_told() const { return is_told_; }

  // What is to be told next: as many parts as `limit` bytes of HTML hold, one at least. Costs what it tells, and a
  // look at each part.
  PagePartChange next(std::size_t limit);

  // The part that shows what is written at `source`, of those that were told; none before the first was. The
  // footnotes are at the end of the document, the foot is behind it.
  std::optional<std::size_t> part_at(Offset source) const;
  // Where a part is written; none for one that was not told.
  std::optional<Offset> source_of(std::size_t part) const;

 private:
  struct Part {
    std::uint64_t hash = 0;  // of its HTML; of the head also of the page's language
    Offset source = 0;
    Span html;             // in html_
    bool is_safe = false;  // its HTML needs no cleaning
  };
  void add(std::string_view html, Offset source, bool is_safe);

  std::string language_;
  std::string html_;         // of all parts, until they are told
  std::vector<Part> parts_;  // as they are to be
  std::vector<Part> told_;
  bool is_told_ = true;
};

}  // namespace depeche::writers
