// The page as the site will publish it: a sheet of paper on the desk.
//
// Blocks (ui/page_blocks.h) are read once a revision; only those in sight are laid out, and kept until text,
// width or fonts change. A click leads to the place in the source.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/derived.h"
#include "app/model.h"
#include "ui/context.h"
#include "ui/page_setting.h"
#include "ui/scroll_area.h"

namespace depeche::ui {

class PreviewView {
 public:
  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);

  // The fonts or the scale have changed.
  void reset_layout();

 private:
  void follow(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);
  void forget_said(std::size_t first, std::size_t removed, std::size_t added, bool all);
  const SetBlock& set(Context& context, const Release& release, std::size_t index);
  void take_pointer(Context& context, const Release& release, const Response& response, std::size_t index,
                    const SetBlock& set, float y);
  const SemanticNode& said(const Release& release, std::size_t index);
  void describe_unseen(Context& context, const Release& release, std::size_t from, std::size_t to);
  void describe(Context& context, const Release& release, std::size_t index, const SetBlock& set, float y);

  ScrollArea scroll_{"page"};
  PageBlocks page_;
  std::unordered_map<std::size_t, SetBlock> laid_;      // of this revision
  std::unordered_map<std::size_t, SemanticNode> said_;  // kept where blocks stay
  TableColumns columns_;
  Text text_;
  std::uint64_t revision_ = 0;
  markdown::Dialect dialect_ = markdown::Dialect::kKramdown;
  messages::Language language_ = messages::Language::kFrench;
  bool started_ = false;
  Rect sheet_;   // x and width
  Rect column_;  // of the text in it: x and width
  bool narrow_ = false;
};

}  // namespace depeche::ui
