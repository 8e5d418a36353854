// What a reader reads of a block: its words, what its marks say of them, and where they are written.
#include "markdown/reader_text.h"

#include <string>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/mutation.h"
#include "tests/support/random_markdown.h"

namespace depeche::markdown {
namespace {

Tree parsed(const Text& text, Dialect dialect = Dialect::kKramdown) {
  return parse(text, {0, text.size()}, dialect);
}

std::string name_of(const TextMarks& marks) {
  std::string name;
  const auto add = [&](bool is_so, const char* word) {
    if (is_so) name.append(name.empty() ? "" : " ").append(word);
  };
  add(marks.emphasis, "emphasis");
  add(marks.strong, "strong");
  add(marks.struck, "struck");
  add(marks.inserted, "inserted");
  add(marks.code, "code");
  add(marks.marked, "marked");
  add(marks.small, "small");
  add(marks.link, "link");
  add(marks.footnote, "footnote");
  add(marks.abbreviation, "abbreviation");
  add(marks.image, "image");
  add(marks.liquid, "liquid");
  add(marks.script > 0, "above");
  add(marks.script < 0, "below");
  return name;
}

// The pieces of the first block: "text (marks) <- source", with a "=" where the text is verbatim.
std::string pieces_of(const std::string& markdown) {
  const Text text(markdown);
  const Tree tree = parsed(text);
  const ReaderText read = reader_text(tree, tree.root() + 1, number_footnotes(tree));
  std::string pieces;
  for (const ReaderPiece& piece : read.pieces) {
    if (!pieces.empty()) pieces += "|";
    pieces.append(piece.range.of(read.text));
    if (const std::string marks = name_of(piece.marks); !marks.empty()) pieces.append("(" + marks + ")");
    pieces.append(piece.verbatim ? "=" : "<-").append(text.bytes(piece.source));
  }
  return pieces;
}

TEST_CASE("marks are not read, but what they say of the text is known") {
  struct Row {
    std::string markdown;
    std::string pieces;
  };
  for (const Row& row : {
           Row{"un *deux* **trois**\n", "un =un |deux(emphasis)=deux| = |trois(strong)=trois"},
           Row{"**un *deux***\n", "un (strong)=un |deux(emphasis strong)=deux"},
           Row{"`un` $$x$$\n", "un(code)<-`un`| = |x(code)<-$$x$$"},
           Row{"[un](a)[^n]\n\n[^n]: note\n", "un(link)=un|1(footnote above)<-[^n]"},
           Row{"![gare](/a.png) ![](/b.png)\n",
               "gare(image)<-![gare](/a.png)| = |/b.png(image)<-![](/b.png)"},
           Row{"un  deux\ntrois\n", "un =un |deux trois=deux\ntrois"},
           Row{"un  \ndeux\n", "un=un|\n<-  |deux=deux"},
           Row{"a &lt; b... \"c\"\n", "a =a |<<-&lt;| b= b|…<-...| = |“<-\"|c=c|”<-\""},
           Row{"un \\* deux\n", "un =un |* deux=* deux"},
           Row{"un {{ site.nom }}\n", "un =un |{{ site.nom }}(liquid)={{ site.nom }}"},
           Row{"<b>un</b> <i>deux</i> <u>trois</u> <s>quatre</s>\n",
               "un(strong)=un| = |deux(emphasis)=deux| = |trois(inserted)=trois| = |quatre(struck)=quatre"},
           Row{"H<sub>2</sub>O<sup>3</sup> <small>un</small> <mark>deux</mark>\n",
               "H=H|2(below)=2|O=O|3(above)=3| = |un(small)=un| = |deux(marked)=deux"},
           Row{"La CNIL\n\n*[CNIL]: Commission\n", "La =La |CNIL(abbreviation)=CNIL"},
           Row{"un<br>deux <script>x</script>trois\n", "un=un|\n<-<br>|deux =deux |trois=trois"},
       }) {
    CAPTURE(row.markdown);
    CHECK(pieces_of(row.markdown) == row.pieces);
  }
}

TEST_CASE("a position in the text leads to its place in the source") {
  const std::string markdown = "Un **mot  gras** &amp; [un lien](http://a.fr).\n";
  const Text text(markdown);
  const Tree tree = parsed(text);
  const ReaderText read = reader_text(tree, tree.root() + 1, {});
  CHECK(read.text == "Un mot gras & un lien.");
  for (const std::string_view word : {"Un", "mot", "gras", "lien"}) {
    CAPTURE(word);
    CHECK(read.source_at(static_cast<Offset>(read.text.find(word))) == markdown.find(word));
  }
  CHECK(read.source_at(static_cast<Offset>(read.text.find('&'))) == markdown.find("&amp;"));
}

TEST_CASE("what is too long ends in an ellipsis") {
  const Text text(std::string(kLongestReaderText, 'a') + "b *c* d\n");
  const Tree tree = parsed(text);
  const ReaderText read = reader_text(tree, tree.root() + 1, {});
  CHECK(read.text.size() < kLongestReaderText + 8);
}

TEST_CASE("images that say nothing by decision") {
  struct Row {
    const char* markdown;
    bool is_decorative;
  };
  for (const Row& row : {Row{"un <img src=\"/a.png\" alt=\"\">\n", true},
                         Row{"un <img src=\"/a.png\">\n", false}, Row{"un ![](/a.png)\n", false}}) {
    CAPTURE(row.markdown);
    const Text text(row.markdown);
    const Tree tree = parsed(text);
    const ReaderText read = reader_text(tree, tree.root() + 1, {});
    REQUIRE(read.pieces.back().image != kNoNode);
    CHECK(is_decorative(tree, read.pieces.back().image) == row.is_decorative);
  }
}

bool reads_alike(char read, char written) {
  const bool is_white = written == ' ' || written == '\t' || written == '\n' || written == '\r';
  return read == written || (read == ' ' && is_white);
}

// What is wrong with what is read of `node`; empty when all holds that the header promises.
std::string problem_with(const Text& text, const Tree& tree, NodeId node, const FootnoteNumbers& footnotes) {
  const ReaderText read = reader_text(tree, node, footnotes);
  Offset end = 0;
  for (const ReaderPiece& piece : read.pieces) {
    if (piece.range.begin != end || piece.range.empty()) return "a gap between pieces";
    end = piece.range.end;
    if (!tree.span(node).contains(piece.source)) return "a source outside of the node";
    if (!piece.verbatim) continue;
    if (piece.range.size() != piece.source.size()) return "verbatim text of another length";
    for (Offset i = 0; i < piece.range.size(); ++i) {
      if (!reads_alike(read.text[piece.range.begin + i], text.bytes()[piece.source.begin + i]))
        return "verbatim text that is written otherwise";
    }
  }
  return end == read.text.size() ? "" : "text in no piece";
}

void check_blocks(const std::string& source) {
  const Text text(source);
  for (const Dialect dialect : {Dialect::kKramdown, Dialect::kGfm}) {
    const Tree tree = parsed(text, dialect);
    const FootnoteNumbers footnotes = number_footnotes(tree);
    CAPTURE(source);
    for (const NodeId block : tree.children(tree.root()))
      REQUIRE(problem_with(text, tree, block, footnotes) == "");
  }
}

std::vector<std::string> own_cases() {
  std::vector<std::string> sources;
  for (const auto& path : files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/kramdown", ".md"))
    sources.push_back(read_file(path));
  return sources;
}

TEST_CASE("pieces follow one another, lie within their block, and are verbatim where they say so") {
  const std::vector<std::string> sources = own_cases();
  for (const std::string& source : sources) check_blocks(source);
  RandomMarkdown random(1789);
  for (int round = 0; round < 1000; ++round) check_blocks(random.text(24));
  Mutator mutator(1848);
  for (int round = 0; round < 1000; ++round) check_blocks(mutator.mutate(sources));
}

}  // namespace
}  // namespace depeche::markdown
