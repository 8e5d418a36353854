// All commands of the editor: functions that look at a state and say which transaction a person asked for, or
// none when there is nothing to do. They are pure; apply() (state.h) carries a transaction out.
#pragma once

#include "editor/editing.h"          // IWYU pragma: export
#include "editor/format_citation.h"  // IWYU pragma: export
#include "editor/format_emphasis.h"  // IWYU pragma: export
#include "editor/format_lines.h"     // IWYU pragma: export
#include "editor/format_link.h"      // IWYU pragma: export
#include "editor/format_marks.h"     // IWYU pragma: export
#include "editor/insert_block.h"     // IWYU pragma: export
#include "editor/movement.h"         // IWYU pragma: export
#include "editor/search.h"           // IWYU pragma: export
#include "editor/table.h"            // IWYU pragma: export
#include "editor/typing.h"           // IWYU pragma: export
