// The dialog with the drafts that this browser keeps: each can be opened or deleted.
#pragma once

#include <string>

#include "app/model.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/kit/context.h"

namespace depeche::ui {

class DraftsList {
 public:
  // Over the whole `screen`, in the upper layer. For as long as the dialog asks nothing (`to_delete` is empty).
  static void draw(Context& context, const app::DraftsDialog& dialog, DialogFrame& frame, const Rect& screen);

  // The node that gets the keyboard when the dialog opens.
  static std::string first_focus_of(const app::DraftsDialog& dialog);

  // The title of a draft in the list; empty if it is not listed.
  static std::string title_of(Context& context, const app::DraftsDialog& dialog, const app::DocumentId& id);
};

}  // namespace depeche::ui
