#include "paste/inline_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "paste/escape.h"

namespace depeche::paste {
namespace {

// A stretch of one style, between white space that belongs to no style unless both sides have it.
struct Piece {
  std::string text;
  RunStyle style;
  bool is_space = false;
};

enum class Mark : std::uint8_t { kLink, kBold, kItalic, kStruck, kSuper, kSub };
constexpr std::array kMarks = {Mark::kLink,   Mark::kBold,  Mark::kItalic,
                               Mark::kStruck, Mark::kSuper, Mark::kSub};

bool has(const RunStyle& style, Mark mark) {
  switch (mark) {
    case Mark::kLink:
      return style.link != 0;
    case Mark::kBold:
      return style.bold;
    case Mark::kItalic:
      return style.italic;
    case Mark::kStruck:
      return style.struck;
    case Mark::kSuper:
      return style.script == Script::kSuper;
    case Mark::kSub:
      return style.script == Script::kSub;
  }
  return false;
}

constexpr std::string_view kSpaces[] = {" ", "\u00A0", "\u202F"};

std::size_t space_at_begin(std::string_view text) {
  for (const std::string_view space : kSpaces)
    if (text.starts_with(space)) return space.size();
  return 0;
}

std::size_t space_at_end(std::string_view text) {
  for (const std::string_view space : kSpaces)
    if (text.ends_with(space)) return space.size();
  return 0;
}

void add_piece(std::vector<Piece>& pieces, std::string_view text, const RunStyle& style, bool is_space) {
  if (text.empty()) return;
  const bool goes_on = !pieces.empty() && pieces.back().style == style &&
                       pieces.back().is_space == is_space && pieces.back().text != "\n";
  if (goes_on) {
    pieces.back().text += text;
  } else {
    pieces.push_back({std::string(text), style, is_space});
  }
}

void split_line(std::vector<Piece>& pieces, std::string_view text, const RunStyle& style) {
  std::size_t begin = 0;
  while (const std::size_t size = space_at_begin(text.substr(begin))) begin += size;
  std::size_t end = text.size();
  while (const std::size_t size = space_at_end(text.substr(begin, end - begin))) end -= size;
  add_piece(pieces, text.substr(0, begin), style, true);
  add_piece(pieces, text.substr(begin, end - begin), style, false);
  add_piece(pieces, text.substr(end), style, true);
}

std::vector<Piece> split(const Runs& runs) {
  std::vector<Piece> pieces;
  for (const Run& run : runs) {
    if (run.style.image != 0) {
      pieces.push_back({run.text, run.style, false});
      continue;
    }
    std::string_view rest = run.text;
    while (true) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      split_line(pieces, rest.substr(0, end), run.style);
      if (end == rest.size()) break;
      pieces.push_back({"\n", {}, true});
      rest.remove_prefix(end + 1);
    }
  }
  return pieces;
}

RunStyle common(const RunStyle& a, const RunStyle& b) {
  return {.bold = a.bold && b.bold,
          .italic = a.italic && b.italic,
          .struck = a.struck && b.struck,
          .script = a.script == b.script ? a.script : Script::kNone,
          .link = a.link == b.link ? a.link : 0};
}

// White space has what the words on both sides have; marks do not reach over a line break.
void settle_spaces(std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_space) continue;
    std::size_t next = i;
    while (next < pieces.size() && pieces[next].is_space) ++next;
    const RunStyle before = i > 0 ? pieces[i - 1].style : RunStyle{};
    const RunStyle after = next < pieces.size() ? pieces[next].style : RunStyle{};
    for (; i < next; ++i) {
      pieces[i].style = pieces[i].text == "\n" ? RunStyle{} : common(before, after);
    }
  }
}

void trim_ends(std::vector<Piece>& pieces) {
  const auto is_word = [](const Piece& piece) { return !piece.is_space; };
  const auto first = std::ranges::find_if(pieces, is_word);
  pieces.erase(pieces.begin(), first);
  while (!pieces.empty() && pieces.back().is_space) pieces.pop_back();
}

class InlineWriter {
 public:
  InlineWriter(std::vector<Piece> pieces, const RichText& text, Place place)
      : pieces_(std::move(pieces)), links_(text.links), images_(text.images), place_(place) {
    find_ends();
  }

  std::string run() {
    for (at_ = 0; at_ < pieces_.size(); ++at_) {
      const Piece& piece = pieces_[at_];
      close_to(kept_marks(piece.style));
      if (write_address(piece)) continue;
      if (!piece.is_space) open_missing(piece.style);
      write_text(piece);
    }
    close_to(0);
    return std::move(out_);
  }

 private:
  struct Open {
    Mark mark;
    std::uint32_t link;
    std::string_view closer;
  };

  // For each piece and mark, the first piece after that has it no more.
  void find_ends() {
    ends_.resize(pieces_.size());
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      for (const Mark mark : kMarks) {
        const bool goes_on = i + 1 < pieces_.size() && has(pieces_[i + 1].style, mark) &&
                             (mark != Mark::kLink || pieces_[i + 1].style.link == pieces_[i].style.link);
        end_of(i, mark) = goes_on ? end_of(i + 1, mark) : i + 1;
      }
    }
  }
  std::size_t& end_of(std::size_t piece, Mark mark) { return ends_[piece][static_cast<std::size_t>(mark)]; }

  // How many of the open marks stay open for `style`.
  std::size_t kept_marks(const RunStyle& style) const {
    std::size_t kept = 0;
    while (kept < open_.size() && has(style, open_[kept].mark) &&
           (open_[kept].mark != Mark::kLink || open_[kept].link == style.link))
      ++kept;
    return kept;
  }

  void close_to(std::size_t kept) {
    while (open_.size() > kept) {
      const Open last = open_.back();
      open_.pop_back();
      out_ += last.closer;
      if (last.mark == Mark::kLink) {
        append_url(out_, links_[last.link - 1]);
        out_.push_back(')');
      }
      emphasis_end_ = out_.ends_with('*') ? out_.size() : 0;
    }
  }

  // Those that last longest first.
  void open_missing(const RunStyle& style) {
    std::array<Mark, kMarks.size()> missing = kMarks;
    const auto end = std::remove_if(missing.begin(), missing.end(), [&](Mark mark) {
      return !has(style, mark) ||
             std::ranges::any_of(open_, [&](const Open& open) { return open.mark == mark; });
    });
    std::stable_sort(missing.begin(), end, [&](Mark a, Mark b) { return end_of(at_, a) > end_of(at_, b); });
    std::size_t end_around = 0;  // of the emphasis that was opened just here
    for (auto mark = missing.begin(); mark != end; ++mark) {
      open(*mark, style.link, end_around == end_of(at_, *mark));
      end_around = end_of(at_, *mark);
    }
  }

  void open(Mark mark, std::uint32_t link, bool ends_with_the_one_around) {
    if (mark == Mark::kLink) {
      out_.push_back('[');
      open_.push_back({mark, link, "]("});
    } else if (mark == Mark::kStruck) {
      out_ += "~~";
      open_.push_back({mark, 0, "~~"});
    } else if (mark == Mark::kSuper) {
      out_ += "<sup>";
      open_.push_back({mark, 0, "</sup>"});
    } else if (mark == Mark::kSub) {
      out_ += "<sub>";
      open_.push_back({mark, 0, "</sub>"});
    } else {
      const auto [opener, closer] =
          emphasis(mark == Mark::kBold, end_of(at_, mark), ends_with_the_one_around);
      out_ += opener;
      open_.push_back({mark, 0, closer});
      emphasis_end_ = out_.ends_with('*') ? out_.size() : 0;
    }
  }

  // Stars, but not right after other stars, where it would be unclear which are which.
  std::pair<std::string_view, std::string_view> emphasis(bool bold, std::size_t end,
                                                         bool ends_with_the_one_around) const {
    const bool touches = emphasis_end_ == out_.size() && !out_.empty();
    if (!touches || ends_with_the_one_around) return bold ? std::pair("**", "**") : std::pair("*", "*");
    const bool ends_in_word = end < pieces_.size() && is_word_byte(pieces_[end].text[0]);
    if (!ends_in_word) return bold ? std::pair("__", "__") : std::pair("_", "_");
    return bold ? std::pair("<strong>", "</strong>") : std::pair("<em>", "</em>");
  }

  // A link whose text is its target: `<https://…>`.
  bool write_address(const Piece& piece) {
    if (piece.style.link == 0 || piece.style != RunStyle{.link = piece.style.link}) return false;
    const std::string& url = links_[piece.style.link - 1];
    const bool is_whole =
        end_of(at_, Mark::kLink) == at_ + 1 && (at_ == 0 || pieces_[at_ - 1].style.link != piece.style.link);
    const bool is_address = url.starts_with("http://") || url.starts_with("https://");
    if (!is_whole || !is_address || piece.text != url) return false;
    if (url.find_first_of(" <>\n\\{|") != std::string::npos) return false;
    out_ += '<' + url + '>';
    return true;
  }

  void write_text(const Piece& piece) {
    if (piece.style.image != 0) return write_image(piece);
    if (piece.text == "\n") return write_break();
    if (piece.style.code) return append_code_span(out_, piece.text);
    const bool at_line_start = out_.empty() || out_.back() == '\n';
    const char before = at_line_start ? '\n' : out_.back();
    // A number begins no list in a cell; a rule of hyphens would still end a table's header.
    const bool may_begin_block = at_line_start && (place_ != Place::kCell || !is_digit(piece.text[0]));
    append_escaped(out_, piece.text, {may_begin_block, piece.style.link != 0, before, first_after(piece)});
  }

  void write_image(const Piece& piece) {
    const Image& image = images_[piece.style.image - 1];
    out_ += "![";
    append_escaped(out_, piece.text, {.in_link = true, .before = '[', .after = ']'});
    out_ += "](";
    append_url(out_, image.address);
    out_.push_back(')');
    if (image.width != 0) out_ += "{: width=\"" + std::to_string(image.width) + "\"}";
  }

  // The byte that will stand after a piece.
  char first_after(const Piece& piece) const {
    if (at_ + 1 == pieces_.size()) return '\n';
    const Piece& next = pieces_[at_ + 1];
    if (next.style == piece.style) return next.text[0];
    if (next.style.image != 0) return '!';
    const bool opens_link = next.style.link != 0 && next.style.link != piece.style.link;
    return opens_link ? '[' : '*';
  }

  void write_break() {
    while (out_.ends_with(' ')) out_.pop_back();
    switch (place_) {
      case Place::kParagraph:
        out_ += "  \n";
        break;
      case Place::kHeading:
        out_.push_back(' ');
        break;
      case Place::kCell:
        out_ += "<br />";
        break;
    }
  }

  std::vector<Piece> pieces_;
  const std::vector<std::string>& links_;
  const std::vector<Image>& images_;
  Place place_;
  std::vector<std::array<std::size_t, kMarks.size()>> ends_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
  std::size_t emphasis_end_ = 0;  // where in out_ a star of emphasis was written last; 0: nowhere
  std::string out_;
};

}  // namespace

std::string write_runs(const Runs& runs, const RichText& text, Place place) {
  std::vector<Piece> pieces = split(runs);
  trim_ends(pieces);
  settle_spaces(pieces);
  const bool all_bold = std::ranges::all_of(pieces, [](const Piece& piece) { return piece.style.bold; });
  if (place == Place::kHeading && all_bold)
    for (Piece& piece : pieces) piece.style.bold = false;
  std::string written = InlineWriter(std::move(pieces), text, place).run();
  if (place == Place::kHeading && written.ends_with('#')) written.insert(written.size() - 1, 1, '\\');
  return written;
}

}  // namespace depeche::paste
