#include "ui/source/highlight.h"

#include <random>
#include <string>

#include "doctest/doctest.h"

namespace depeche::ui {
namespace {

// Each stretch between bars, after the letters of its look: Heading level, Bold, Italic, Code, Struck, chiP;
// and of its ink: Faint, Quiet, Accent.
std::string shown(const std::string& text, std::string_view line) {
  const Release release = read_release(Text(text));
  const auto begin = static_cast<Offset>(text.find(line));
  std::string result;
  for (const Highlight& part : highlight(release, {begin, begin + static_cast<Offset>(line.size())})) {
    const TextLook& look = part.look;
    if (look.heading > 0) result += std::to_string(look.heading);
    if (look.bold) result += 'B';
    if (look.italic) result += 'I';
    if (look.code) result += 'C';
    if (look.struck) result += 'S';
    if (look.chip) result += 'P';
    if (look.ink == Ink::kFaint) result += 'f';
    if (look.ink == Ink::kQuiet) result += 'q';
    if (look.ink == Ink::kAccent) result += 'a';
    result += '|';
    result += part.span.of(text);
    result += '|';
  }
  return result;
}

TEST_CASE("the source shows what it means") {
  struct Row {
    std::string text;
    std::string line;
    std::string expected;
  };
  for (const Row& row : {
           Row{"un mot\n", "un mot", "|un mot|"},
           Row{"## Titre\n", "## Titre", "2Bf|## |2B|Titre|"},
           Row{"un **mot** ici\n", "un **mot** ici", "|un |Bf|**|B|mot|Bf|**|| ici|"},
           Row{"*deux\nlignes*\n", "lignes*", "I|lignes|If|*|"},
           Row{"[ici](http://a.fr)\n", "[ici](http://a.fr)", "f|[|a|ici|f|](http://a.fr)|"},
           Row{"> cité\n> {: .citation}\n", "> {: .citation}", "f|>|| |Pq|{: .citation}|"},
           Row{"- un\n", "- un", "q|- ||un|"},
           Row{"un `code`\n", "un `code`", "|un |Cf|`|C|code|Cf|`|"},
           Row{"---\ntitle: Oui\n---\n\nx\n", "title: Oui", "q|title:|| Oui|"},
           Row{"---\ntags:\n- un\n---\n\nx\n", "- un", "f|-|| un|"},
           Row{"---\n# note\n---\n\nx\n", "# note", "f|# note|"},
           Row{"---\na: 1\n---\n\nx\n", "---", "f|---|"},
       }) {
    CAPTURE(row.text);
    CHECK(shown(row.text, row.line) == row.expected);
  }
}

TEST_CASE("what looks like a comment or a key inside a text of the front matter is text") {
  const std::string document =
      "---\n# une remarque\ntitle: Un\nchapeau: |-\n  #### Titre\n\n  consultation: la suite\n"
      "long: un texte\n  - plié ici\ncitation: \"a\n  # b: c\"\nfichiers:\n"
      "- nom: |\n    # Un\n  # remarque\n  lien: x\n---\n";
  const Release release = read_release(Text(document));
  std::string marked;  // the bytes that do not look like text
  for (std::uint32_t line = 1; line < 17; ++line) {
    for (const Highlight& part : highlight(release, release.text.line(LineNumber{line})))
      if (part.look.ink != Ink::kInk) marked.append(part.span.of(document)).append("|");
  }
  CHECK(marked == "# une remarque|title:|chapeau:|long:|citation:|fichiers:|-| nom:|# remarque|lien:|---|");
}

TEST_CASE("whatever the text, the looks cover the part in order") {
  std::mt19937 random(5);
  const std::string_view pieces[] = {"# ", "> ",   "- ",    "**",     "*",     "`",      "[a](b)",
                                     "\n", "\n\n", "|",     "{: .c}", "<div>", "</div>", "é",
                                     " ",  "\xF0", "---\n", "a: b\n", "[^1]",  "\r\n",   "{{ x }}"};
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (auto n = random() % 40; n > 0; --n) bytes += pieces[random() % std::size(pieces)];
    const Release release = read_release(Text(bytes));
    for (std::uint32_t line = 0; line < release.text.line_count(); ++line) {
      const Span span = release.text.line(LineNumber{line});
      Offset reached = span.begin;
      for (const Highlight& part : highlight(release, span)) {
        CHECK(part.span.begin == reached);
        reached = part.span.end;
      }
      CHECK(reached == span.end);
    }
  }
}

}  // namespace
}  // namespace depeche::ui
