// What an <img> of a clipboard is to a release.
#pragma once

#include <optional>
#include <string>

#include "html/tokenizer.h"
#include "paste/rich_text.h"

namespace depeche::paste {

// A picture that lies where it can be seen from anywhere, or below a path of the site. Nothing for one inside
// the document (data:, cid:, file:, blob:), which cannot come along.
std::optional<Image> picture_of(const html::Token& img);

// The alternative text, on one line.
std::string alternative_of(const html::Token& img);

// A picture of one pixel, which only tells a server that it was fetched.
bool is_tracker(const html::Token& img);

// Mail programs and networks show an emoji, which is the alternative, as a picture.
bool is_emoji(const html::Token& img);

}  // namespace depeche::paste
