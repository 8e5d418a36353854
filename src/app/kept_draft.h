// A draft that this browser keeps, as the list of drafts shows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/document_id.h"
#include "frontmatter/value.h"

namespace depeche::app {

// Where a draft is open.
enum class DraftPlace : std::uint8_t { kHere, kOtherTab, kNowhere };

struct KeptDraft {
  DocumentId id;
  std::string name;               // of its file
  std::string title;              // of its front matter; may be empty
  std::uint64_t size = 0;         // bytes
  frontmatter::DateTime changed;  // by this computer's clock
  DraftPlace place = DraftPlace::kNowhere;
};

// The title in a document of which at least the front matter is given, on one line; empty when it names none.
std::string title_of(std::string_view document);

}  // namespace depeche::app
