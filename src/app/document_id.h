// Names a document for as long as it lives: in the model, in the list of drafts, and as the key of its entry
// in the browser's store (docs/draft-store.md).
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace depeche::app {

struct DocumentId {
  std::string text;  // 32 hexadecimal digits where this program drew it; hostile where it came from the store

  bool empty() const { return text.empty(); }
  bool operator==(const DocumentId&) const = default;
};

// Draws ids of 128 bits. A value: a copy draws the same ids again. One generator never draws an id twice, and
// two with random seeds never draw the same id.
class DocumentIds {
 public:
  using Seed = std::array<std::uint64_t, 2>;

  explicit DocumentIds(const Seed& seed = {}) : state_(seed) {}

  DocumentId next();

 private:
  Seed state_;
};

}  // namespace depeche::app
