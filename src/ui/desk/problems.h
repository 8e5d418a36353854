// The drawer at the bottom: closed, it says how many findings there are of each severity; open, it lists them,
// each with the way to its place and its fixes.
#pragma once

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/scroll_area.h"

namespace depeche::ui {

// How many findings there are of each severity: "1 erreur, 2 points à vérifier".
std::string summary_of(const Context& context, std::span<const Diagnostic> findings);

// A finding in one sentence: its severity, what it says, its line.
std::string words_of(const Context& context, const Diagnostic& finding, std::size_t line);

class Problems {
 public:
  // How high the drawer is, of the `available` height.
  float height(Context& context, const app::Model& model, std::size_t count, float available) const;

  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);
  void reset_layout();

 private:
  void draw_summary(Context& context, const app::Model& model, std::span<const Diagnostic> diagnostics,
                    const Rect& area);
  void draw_list(Context& context, const app::Model& model, std::span<const Diagnostic> diagnostics,
                 const Rect& area);
  float draw_item(Context& context, const app::Model& model, const Diagnostic& diagnostic, std::size_t index,
                  const Rect& area, float y);

  ScrollArea scroll_{"problems"};
  std::uint64_t revision_ = 0;
  std::size_t count_ = 0;
  float width_ = 0;
};

}  // namespace depeche::ui
