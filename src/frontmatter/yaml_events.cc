#include "frontmatter/yaml_events.h"

#include <array>
#include <exception>
#include <sstream>
#include <utility>

#include "base/utf8.h"
#include "yaml-cpp/eventhandler.h"
#include "yaml-cpp/exceptions.h"
#include "yaml-cpp/parser.h"

namespace depeche::frontmatter {
namespace {

// What libyaml, which Jekyll reads with, takes as text.
bool is_allowed(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7E) || c == 0x85 ||
         (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

// The source as yaml-cpp can take it, byte for byte at the same offsets.
//
// It takes a lone CR as a line end but goes on counting the column, takes U+0004 as the end of the text, and
// writes "\_" and "\N" as the bare bytes A0 and 85. So: a lone CR becomes LF, and each sequence that is no
// text (malformed, or a character libyaml refuses) a mark of its own, so that bare A0 and 85 are those alone.
constexpr char kNoTextFirst = '\xFF';
constexpr char kNoTextRest = '\xFE';

struct PreparedSource {
  std::string yaml;
  std::optional<std::size_t> forbidden;  // the first character that libyaml refuses
};

PreparedSource prepare(std::string_view yaml) {
  PreparedSource result{std::string(yaml), std::nullopt};
  for (std::size_t at = 0; at < yaml.size();) {
    unsigned char byte = static_cast<unsigned char>(yaml[at]);
    if (byte == '\r' && !(at + 1 < yaml.size() && yaml[at + 1] == '\n')) result.yaml[at] = '\n';
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    Decoded decoded = decode_utf8(yaml, at);
    if (!decoded.valid || !is_allowed(decoded.code_point)) {
      if (decoded.valid && !result.forbidden) result.forbidden = at;
      result.yaml[at] = kNoTextFirst;
      for (std::size_t i = 1; i < decoded.size; ++i) result.yaml[at + i] = kNoTextRest;
    }
    at += decoded.size;
  }
  return result;
}

// A scalar's value with what prepare() and yaml-cpp left in it made UTF-8.
std::string finish_text(const std::string& text) {
  if (is_valid_utf8(text)) return text;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    Decoded decoded = decode_utf8(text, at);
    if (decoded.valid) {
      result.append(text, at, decoded.size);
    } else if (text[at] == '\xA0' || text[at] == '\x85') {
      append_utf8(result, static_cast<unsigned char>(text[at]));
    } else if (text[at] != kNoTextRest) {
      append_utf8(result, kReplacementCharacter);
    }
    at += decoded.size;
  }
  return result;
}

YamlProblemKind kind_of(const std::string& message) {
  using Entry = std::pair<std::string_view, YamlProblemKind>;
  static constexpr std::array<Entry, 13> kKinds = {{
      {YAML::ErrorMsg::MAP_VALUE, YamlProblemKind::kColonInValue},
      {YAML::ErrorMsg::EOF_IN_SCALAR, YamlProblemKind::kUnclosedQuote},
      {YAML::ErrorMsg::DOC_IN_SCALAR, YamlProblemKind::kUnclosedQuote},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, YamlProblemKind::kUnclosedBracket},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, YamlProblemKind::kUnclosedBracket},
      {YAML::ErrorMsg::FLOW_END, YamlProblemKind::kUnclosedBracket},
      {YAML::ErrorMsg::TAB_IN_INDENTATION, YamlProblemKind::kTabIndentation},
      {YAML::ErrorMsg::UNKNOWN_TOKEN, YamlProblemKind::kReservedSign},
      {YAML::ErrorMsg::INVALID_ESCAPE, YamlProblemKind::kBadEscape},
      {YAML::ErrorMsg::INVALID_HEX, YamlProblemKind::kBadEscape},
      {YAML::ErrorMsg::INVALID_UNICODE, YamlProblemKind::kBadEscape},
      {YAML::ErrorMsg::UNKNOWN_ANCHOR, YamlProblemKind::kUnknownAlias},
      {YAML::ErrorMsg::ALIAS_NOT_FOUND, YamlProblemKind::kUnknownAlias},
  }};
  for (const auto& [prefix, kind] : kKinds) {
    if (message.starts_with(prefix)) return kind;
  }
  return YamlProblemKind::kOther;
}

// Thrown through yaml-cpp by the collector below, which is how its recursion is bounded.
struct TooDeep {
  Offset offset;
};

class Collector : public YAML::EventHandler {
 public:
  Collector(Offset base, std::vector<YamlEvent>& events) : base_(base), events_(events) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(YamlEventKind::kNull, mark, "?", anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(YamlEventKind::kAlias, mark, "?", anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    add(YamlEventKind::kScalar, mark, tag, anchor).text = finish_text(value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    enter(mark);
    add(YamlEventKind::kSequenceStart, mark, tag, anchor).flow = style == YAML::EmitterStyle::Flow;
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    enter(mark);
    add(YamlEventKind::kMappingStart, mark, tag, anchor).flow = style == YAML::EmitterStyle::Flow;
  }
  void OnSequenceEnd() override { leave(YamlEventKind::kSequenceEnd); }
  void OnMapEnd() override { leave(YamlEventKind::kMappingEnd); }

 private:
  Offset offset_of(const YAML::Mark& mark) const { return base_ + static_cast<Offset>(mark.pos); }

  YamlEvent& add(YamlEventKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    YamlEvent& event = events_.emplace_back();
    event.kind = kind;
    event.offset = offset_of(mark);
    event.tag = tag;
    event.anchor = static_cast<std::uint32_t>(anchor);
    return event;
  }
  void enter(const YAML::Mark& mark) {
    if (++depth_ > kMaximumDepth) throw TooDeep{offset_of(mark)};
  }
  void leave(YamlEventKind kind) {
    --depth_;
    events_.emplace_back().kind = kind;
  }

  Offset base_;
  std::vector<YamlEvent>& events_;
  int depth_ = 0;
};

// Where something follows the first document without a fence of its own, which yaml-cpp passes over.
class FollowerFinder : public Collector {
 public:
  FollowerFinder(Offset base, std::vector<YamlEvent>& events) : Collector(base, events), base_(base) {}
  void OnDocumentStart(const YAML::Mark& mark) override { start_ = base_ + static_cast<Offset>(mark.pos); }
  std::optional<Offset> start() const { return start_; }

 private:
  Offset base_;
  std::optional<Offset> start_;
};

std::optional<YamlProblem> parse(const std::string& yaml, Offset base, std::vector<YamlEvent>& events) {
  try {
    std::istringstream stream(yaml);
    YAML::Parser parser(stream);
    Collector collector(base, events);
    if (!parser.HandleNextDocument(collector)) return std::nullopt;

    std::vector<YamlEvent> following;
    FollowerFinder finder(base, following);
    parser.HandleNextDocument(finder);
    if (finder.start() && yaml.compare(*finder.start() - base, 3, "---") != 0) {
      return YamlProblem{YamlProblemKind::kOther, *finder.start()};
    }
  } catch (const YAML::Exception& exception) {
    Offset offset = exception.mark.is_null() ? 0 : static_cast<Offset>(exception.mark.pos);
    return YamlProblem{kind_of(exception.msg), base + offset};
  } catch (const TooDeep& place) {
    return YamlProblem{YamlProblemKind::kTooDeep, place.offset};
  } catch (const std::exception&) {
    return YamlProblem{YamlProblemKind::kOther, base};
  }
  return std::nullopt;
}

}  // namespace

YamlEvents read_yaml_events(std::string_view bytes, Span yaml) {
  YamlEvents result;
  PreparedSource source = prepare(yaml.of(bytes));
  result.problem = parse(source.yaml, yaml.begin, result.events);
  if (source.forbidden) {
    Offset place = yaml.begin + static_cast<Offset>(*source.forbidden);
    if (!result.problem || place < result.problem->offset) {
      result.problem = YamlProblem{YamlProblemKind::kForbiddenCharacter, place};
    }
  }
  return result;
}

}  // namespace depeche::frontmatter
