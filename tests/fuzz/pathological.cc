#include "tests/fuzz/pathological.h"

#include <initializer_list>

namespace depeche::fuzz {
namespace {

// `piece` as often as it fits `size`.
std::string fill(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (std::string_view part : parts) text += part;
  return text;
}

std::string both(std::string_view first, std::string_view second, std::size_t size) {
  return join({fill(first, size / 2), "a", fill(second, size / 2)});
}

std::string growing_backticks(std::size_t size) {
  std::string text;
  for (std::size_t count = 1; text.size() < size; ++count) text += std::string(count, '`') + "a";
  return text;
}

std::string growing_indentation(std::size_t size) {
  std::string text;
  for (std::size_t depth = 0; text.size() < size; ++depth)
    text += std::string(2 * (depth % 200), ' ') + "- a\n";
  return text;
}

std::string numbered_definitions(std::size_t size) {
  std::string text;
  for (std::size_t number = 0; text.size() < size; ++number)
    text += join({"[a", std::to_string(number), "]: b\n"});
  return text;
}

std::string long_definition(std::size_t size) {
  return join({"[a]: ", std::string(size / 2, 'x'), "\n\n", fill("[a] ", size / 2)});
}

std::string long_abbreviation(std::size_t size) {
  const std::string name = fill("[a ", size / 3);
  return join({"*[", name, "]: b\n\n", name, fill("[a *", size / 3)});
}

std::string nested_abbreviations(std::size_t size) {
  std::string text, name;
  while (text.size() < size / 2) {
    name += 'a';
    text += join({"*[", name, "]: b\n"});
  }
  return text + "\n" + fill(name + "b [", size / 2);
}

}  // namespace

const std::vector<Pathological>& pathological_texts() {
  static const std::vector<Pathological> kTexts = {
      {"quotes", [](std::size_t size) { return fill(">", size); }},
      {"quotes, then lazy lines", [](std::size_t size) { return both("> ", "\nb", size); }},
      {"lines of quotes", [](std::size_t size) { return fill("> > > > > > > > a\n", size); }},
      {"lists in lists", [](std::size_t size) { return fill("- + ", size); }},
      {"numbered lists in lists", [](std::size_t size) { return fill("1. ", size); }},
      {"lists in lists, then blank lines", [](std::size_t size) { return both("- + ", "\n", size) + "b"; }},
      {"lists by indentation", growing_indentation},
      {"items", [](std::size_t size) { return fill("- a\n", size); }},
      {"items apart", [](std::size_t size) { return fill("- a\n\n", size); }},
      {"quotes and lists", [](std::size_t size) { return fill("> - ", size); }},
      {"open brackets", [](std::size_t size) { return fill("[", size); }},
      {"closed brackets", [](std::size_t size) { return fill("]", size); }},
      {"open, then closed brackets", [](std::size_t size) { return both("[", "]", size); }},
      {"abbreviations in brackets", [](std::size_t size) { return "*[a]: b\n\np " + fill("[a] ", size); }},
      {"abbreviations in open emphasis",
       [](std::size_t size) { return "*[a]: b\n\np " + fill("*[a] ", size); }},
      {"abbreviations and text in open emphasis",
       [](std::size_t size) { return "*[AFP]: agence\n\n" + fill("*[AFP] dit ", size); }},
      {"what is nearly an abbreviation",
       [](std::size_t size) { return "*[a]: b\n\n" + fill("[ab] _", size); }},
      {"a long abbreviation", long_abbreviation},
      {"abbreviations that begin others", nested_abbreviations},
      {"links in links", [](std::size_t size) { return both("[", "](b)", size); }},
      {"half links", [](std::size_t size) { return fill("[a](b", size); }},
      {"half links with titles", [](std::size_t size) { return fill("[a](b \"", size); }},
      {"images in images", [](std::size_t size) { return both("![", "](b)", size); }},
      {"links", [](std::size_t size) { return fill("[a](b)", size); }},
      {"references", [](std::size_t size) { return fill("[a][b]", size); }},
      {"definitions", numbered_definitions},
      {"half definitions", [](std::size_t size) { return fill("[a]: b \"c\n", size); }},
      {"one long definition, many links", long_definition},
      {"stars", [](std::size_t size) { return fill("*", size); }},
      {"open emphasis", [](std::size_t size) { return fill("*a ", size); }},
      {"closed emphasis", [](std::size_t size) { return fill("a* ", size); }},
      {"emphasis in emphasis", [](std::size_t size) { return both("**a ", " b**", size); }},
      {"two kinds of emphasis", [](std::size_t size) { return fill("*a_ ", size); }},
      {"emphasis in words", [](std::size_t size) { return fill("a**b", size) + fill("c* ", size / 10); }},
      {"tildes", [](std::size_t size) { return fill("~~a ", size); }},
      {"backticks", growing_backticks},
      {"backticks, each open", [](std::size_t size) { return fill("a`` `", size); }},
      {"fences", [](std::size_t size) { return fill("```\n", size); }},
      {"less-than signs", [](std::size_t size) { return fill("<", size); }},
      {"open tags", [](std::size_t size) { return fill("<a ", size); }},
      {"open tags with attributes", [](std::size_t size) { return fill("<a b=\"", size); }},
      {"tags", [](std::size_t size) { return fill("a<b>", size); }},
      {"closing tags", [](std::size_t size) { return fill("</a>", size); }},
      {"divisions in divisions", [](std::size_t size) { return fill("<div>\n", size); }},
      {"divisions with Markdown", [](std::size_t size) { return fill("<div markdown=\"1\">\n", size); }},
      {"open comments", [](std::size_t size) { return fill("a <!-- ", size); }},
      {"open instructions", [](std::size_t size) { return fill("a <?", size); }},
      {"open declarations", [](std::size_t size) { return fill("a <!A ", size); }},
      {"open CDATA", [](std::size_t size) { return fill("a <![CDATA[", size); }},
      {"open scripts", [](std::size_t size) { return fill("<script>", size); }},
      {"autolinks", [](std::size_t size) { return fill("<http://a ", size); }},
      {"addresses", [](std::size_t size) { return fill("a@", size); }},
      {"web addresses", [](std::size_t size) { return fill("www.a.", size); }},
      {"ampersands", [](std::size_t size) { return fill("&a", size); }},
      {"backslashes", [](std::size_t size) { return fill("\\", size); }},
      {"quotation marks", [](std::size_t size) { return fill("\"a ", size); }},
      {"dashes", [](std::size_t size) { return fill("-- ", size); }},
      {"table rows",
       [](std::size_t size) {
         return join({"|a|b|\n|-|-|\n", fill("|c|d|\n", size)});
       }},
      {"one wide row", [](std::size_t size) { return fill("|a", size / 2) + "\n" + fill("|-", size / 2); }},
      {"a wide head, short rows",
       [](std::size_t
              size) { return fill("|a", size / 4) + "\n" + fill("|-", size / 4) + fill("\n|b", size / 2); }},
      {"tables that are none", [](std::size_t size) { return fill("a|b|c\n-|-\n\n", size); }},
      {"headings", [](std::size_t size) { return fill("# a\n", size); }},
      {"one heading's name again and again", [](std::size_t size) { return fill("# a {#b}\n\n", size); }},
      {"underlined headings", [](std::size_t size) { return fill("a\n=\n", size); }},
      {"attribute lists", [](std::size_t size) { return fill("{:a}", size); }},
      {"open attribute lists", [](std::size_t size) { return fill("{: a=\"", size); }},
      {"named attribute lists", [](std::size_t size) { return fill("{:a: b}\n", size) + "c\n{:a}\n"; }},
      {"extensions", [](std::size_t size) { return fill("{::comment}", size); }},
      {"Liquid", [](std::size_t size) { return fill("{{ {% ", size); }},
      {"footnotes", [](std::size_t size) { return fill("[^a]", size) + "\n\n[^a]: b\n"; }},
      {"footnotes in footnotes", [](std::size_t size) { return fill("[^a]: [^a]\n\n", size); }},
      {"abbreviations",
       [](std::size_t size) { return fill("*[a]: b\n", size / 2) + "\n" + fill("a ", size / 2); }},
      {"descriptions", [](std::size_t size) { return fill("a\n: b\n", size); }},
      {"mathematics", [](std::size_t size) { return fill("$$a", size); }},
      {"spaces", [](std::size_t size) { return join({"a", fill(" ", size), "b"}); }},
      {"tabs", [](std::size_t size) { return fill("\t", size) + "a"; }},
      {"blank lines", [](std::size_t size) { return fill("\n", size); }},
      {"carriage returns", [](std::size_t size) { return fill("a\r", size); }},
      {"hard breaks", [](std::size_t size) { return fill("a  \n", size); }},
      {"zeros", [](std::size_t size) { return fill(std::string_view("\0", 1), size); }},
      {"half characters", [](std::size_t size) { return fill("\xE2\x80", size); }},
  };
  return kTexts;
}

}  // namespace depeche::fuzz
