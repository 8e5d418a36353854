#include "editor/format_emphasis.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("bold comes and goes") {
  check_rows(
      {
          {"un ^mot| ici", "un **^mot|** ici"},
          {"un |mot^ ici", "un **|mot^** ici"},
          {"un^ mot |ici", "un^ **mot** |ici"},  // without the spaces
          {"un m|ot ici", "un **m|ot** ici"},    // the word at the caret
          {"un |mot", "un **|mot**"},
          {"un mot|", "un **mot|**"},
          {"l’É|tat", "l’**É|tat**"},
          {"un | ici", "un **|** ici"},
          {"|", "**|**"},
          {"- |", "- **|**"},

          {"un **^mot|** ici", "un ^mot| ici"},
          {"un ^**mot**| ici", "un ^mot| ici"},
          {"un **m|ot** ici", "un m|ot ici"},
          {"un __m|ot__ ici", "un m|ot ici"},
          {"un **|** ici", "un | ici"},
          {"**un ^mot| ici**", "**un** ^mot| **ici**"},  // part of it
          {"**^un| mot**", "^un| **mot**"},
          {"**un ^mot|**", "**un** ^mot|"},
          {"***^mot|***", "*^mot|*"},

          {"^un **mot** ici|", "**^un mot ici|**"},  // what is bold within becomes one with it
          {"^un __mot__ ici|", "**^un mot ici|**"},
          {"**un ^mot** ici|", "**un ^mot ici|**"},
          {"^un **mot| ici**", "**^un mot| ici**"},
          {"__un ^mot__ ici|", "**un ^mot ici|**"},

          {"^un\n\ndeux|", "**^un**\n\n**deux|**"},  // each block for itself
          {"^- un\n- deux|", "^- **un**\n- **deux|**"},
          {"^> un\n> deux|", "^> **un\n> deux|**"},
          {"^# Titre\nun|", "^# **Titre**\n**un|**"},
          {"^**un**\n\n**deux**|", "^un\n\ndeux|"},
          {"^**un**\n\ndeux|", "^**un**\n\n**deux|**"},
          {"^ \n |", "^ \n |"},
          {"\\*\\*m|ot\\*\\*", "\\*\\***m|ot**\\*\\*"},  // escaped stars are text
      },
      toggle_bold);
}

TEST_CASE("italic comes and goes") {
  check_rows(
      {
          {"un ^mot|", "un *^mot|*"},
          {"un *^mot|*", "un ^mot|"},
          {"un _^mot|_", "un ^mot|"},
          {"**^mot|**", "***^mot|***"},
          {"***^mot|***", "**^mot|**"},
          {"*a ^mot| b*", "*a* ^mot| *b*"},
          {"*a **b ^mot| c** d*", "*a* **b ^mot| c** *d*"},  // marks stay well nested
          {"**a ^mot** b| c", "***a ^mot** b|* c"},
          {"|", "*|*"},
          {"*|*", "|"},
          {"***|***", "**|**"},
          {"**|**", "***|***"},
      },
      toggle_italic);
}

}  // namespace
}  // namespace depeche::editor
