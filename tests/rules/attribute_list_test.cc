// The rules on attribute lists.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("attribute-list/unknown-reference") {
  check_rows({"attribute-list/unknown-reference"}, {
                                                       {"> texte\n> {: .citation}"},
                                                       {"texte\n{: #ancre .a .b lang=\"fr\"}"},
                                                       {"{:grand: .tres-grand}\n\ntexte\n{: grand}"},
                                                       {"texte\n{: grand}\n\n{:grand: .tres-grand}"},
                                                       {"* liste\n{:toc}"},
                                                       {"> texte\n> {: citation}",
                                                        {"attribute-list/unknown-reference: citation"},
                                                        "> texte\n> {: .citation}"},
                                                       {"[a](b){: target=\"_blank\" externe}",
                                                        {"attribute-list/unknown-reference: externe"},
                                                        "[a](b){: target=\"_blank\" .externe}"},
                                                   });
}

TEST_CASE("attribute-list/malformed") {
  check_rows({"attribute-list/malformed"}, {
                                               {"[a](b){: target=\"_blank\" rel='x y'}"},
                                               {"[a](b){: title=\"dit \\\"oui\\\"\"}"},
                                               {"[a](b){: target=_blank}",
                                                {"attribute-list/malformed: target=_blank"},
                                                "[a](b){: target=\"_blank\"}"},
                                               {"texte\n{: . }", {"attribute-list/malformed: ."}},
                                           });
}

}  // namespace
}  // namespace depeche::rules
