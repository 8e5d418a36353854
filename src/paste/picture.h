// What a release can make of an <img> in clipboard HTML.
#pragma once

#include <optional>
#include <string>

#include "html/tokenizer.h"
#include "paste/rich_text.h"

namespace depeche::paste {

// The picture, if its address is of http or https, or a path of the site. None for one inside the document
// (data:, cid:, file:, blob:), which cannot come along.
std::optional<Image> picture_of(const html::Token& img);

// The alternative text, on one line.
std::string alternative_of(const html::Token& img);

// Whether it is a picture of one pixel, which only tells a server that it was fetched.
bool is_tracker(const html::Token& img);

// Whether it shows an emoji, as in mail programs and social networks. The emoji itself is the alternative text.
bool is_emoji(const html::Token& img);

}  // namespace depeche::paste
