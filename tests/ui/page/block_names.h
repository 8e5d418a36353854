// What blocks of the page are and say, in words, for tables of tests.
#pragma once

#include <string>
#include <vector>

#include "base/overloaded.h"
#include "ui/page/page_blocks.h"

namespace depeche::ui {

inline std::string name_of(LineLook look) {
  constexpr const char* kNames[] = {"title", "date", "lead", "label", "empty"};
  return kNames[static_cast<std::size_t>(look)];
}

inline std::string name_of(ContainerLook look) {
  constexpr const char* kNames[] = {"plain",  "item",      "footnote", "quote",   "citation",
                                    "author", "important", "centered", "caption", "summary"};
  return kNames[static_cast<std::size_t>(look)];
}

inline std::string name_of(const BlockContent& content) {
  return std::visit(Overloaded{
                        [](const PageCategories&) { return std::string("kicker"); },
                        [](const PageLine& line) { return name_of(line.look); },
                        [](const PageTags&) { return std::string("tags"); },
                        [](const PagePictures&) { return std::string("image"); },
                        [](const PageFile&) { return std::string("file"); },
                        [](const PageContact&) { return std::string("contact"); },
                        [](const PageBody&) { return std::string("body"); },
                        [](const PageContentsEntry&) { return std::string("body"); },
                        [](const PageHeading&) { return std::string("heading"); },
                        [](const PageCode&) { return std::string("code"); },
                        [](const PageRow&) { return std::string("row"); },
                        [](const PageRule&) { return std::string("rule"); },
                        [](const PageUnshown&) { return std::string("unshown"); },
                    },
                    content);
}

// What a block says by itself, without its node.
inline std::string text_of(const BlockContent& content) {
  return std::visit(Overloaded{
                        [](const PageCategories& categories) { return categories.text; },
                        [](const PageLine& line) { return line.text; },
                        [](const PageFile& file) { return file.name; },
                        [](const PageContact& contact) { return contact.name; },
                        [](const PageContentsEntry& entry) { return entry.title; },
                        [](const PageCode& code) { return code.text; },
                        [](const PageUnshown& unshown) { return unshown.markup; },
                        [](const auto&) { return std::string(); },
                    },
                    content);
}

inline std::vector<PageWords> words_of(const PageBlock& block) {
  if (const auto* categories = block.as<PageCategories>()) return categories->words;
  if (const auto* tags = block.as<PageTags>()) return tags->words;
  if (const auto* contact = block.as<PageContact>()) return contact->details;
  return {};
}

inline std::vector<PagePicture> pictures_of(const PageBlock& block) {
  const auto* shown = block.as<PagePictures>();
  return shown == nullptr ? std::vector<PagePicture>() : shown->pictures;
}

}  // namespace depeche::ui
