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

// The title of a document, on one line; empty when it names none. `document` needs to hold the front matter
// only.
std::string title_of(std::string_view document);

}  // namespace depeche::app
