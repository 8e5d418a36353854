// How a document comes in the place of the one that is open, which lies in the store or waits to be stored.
#pragma once

#include <string>
#include <string_view>

#include "app/update/step.h"

namespace depeche::app {

// The saved revision of a text that nobody has as a file.
inline constexpr std::uint64_t kNeverSaved = ~std::uint64_t{0};

// Opens `text` under the identifier of its draft: any text, since it was here before.
void open_document(Step& step, DocumentId document, std::string name, Text text);

// Opens what came from outside, as a new document, if it can be opened; else tells why not.
bool receive(Step& step, std::string_view name, std::string bytes);

// Opens the draft of a share link. It shows as the page that it is to become: who opens it wants to read.
bool open_shared(Step& step, std::string draft);

// The sample, or a new release: nobody's own until it is changed.
void open_template(Step& step, std::string_view name, std::string_view text);

// Back from a link that does not open to what lies underneath.
void leave_bad_link(Step& step);

}  // namespace depeche::app
