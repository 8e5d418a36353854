// Opens a document in place of the current one, which is in the store or waits to be stored.
#pragma once

#include <string>
#include <string_view>

#include "app/update/step.h"

namespace depeche::app {

// The saved revision of a text that nobody has as a file.
inline constexpr std::uint64_t kNeverSaved = ~std::uint64_t{0};
// The stored revision of a text that is no longer in the store.
inline constexpr std::uint64_t kNeverStored = ~std::uint64_t{0};

// Opens `text` as the draft `document`. Any text is accepted, since it was open here before.
void open_document(Step& step, DocumentId document, std::string name, Text text);

// Opens what came from outside as a new document. If it cannot be opened, tells why and returns false.
bool receive(Step& step, std::string_view name, std::string bytes);

// As receive(), for the draft of a share link. Shows the page, since whoever opens a link wants to read.
bool open_shared(Step& step, std::string draft);

// The sample, or a new release: nobody's own until it is changed.
void open_template(Step& step, std::string_view name, std::string_view text);

// A new release, and nothing that was written or chosen before, but for the language of the screen.
void begin_anew(Step& step);

// Leaves a link that does not open, and shows the document underneath.
void leave_bad_link(Step& step);

}  // namespace depeche::app
