#include "frontmatter/yaml_events.h"

#include <array>
#include <exception>
#include <utility>

#include "depeche_streams.h"  // before yaml-cpp's headers
// clang-format off
#include "yaml-cpp/eventhandler.h"
#include "yaml-cpp/exceptions.h"
#include "yaml-cpp/parser.h"
// clang-format on

namespace depeche::frontmatter {
namespace {

YamlProblemKind kind_of(const std::string& message) {
  using Entry = std::pair<std::string_view, YamlProblemKind>;
  static const std::array<Entry, 18> kKinds = {{
      {YAML::ErrorMsg::MAP_VALUE, YamlProblemKind::kColonInValue},
      {YAML::ErrorMsg::EOF_IN_SCALAR, YamlProblemKind::kUnclosedQuote},
      {YAML::ErrorMsg::DOC_IN_SCALAR, YamlProblemKind::kUnclosedQuote},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, YamlProblemKind::kUnclosedBracket},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, YamlProblemKind::kUnclosedBracket},
      {YAML::ErrorMsg::FLOW_END, YamlProblemKind::kUnclosedBracket},
      {YAML::ErrorMsg::TAB_IN_INDENTATION, YamlProblemKind::kTabIndentation},
      {YAML::ErrorMsg::UNKNOWN_TOKEN, YamlProblemKind::kReservedSign},
      {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, YamlProblemKind::kReservedSign},
      {YAML::ErrorMsg::END_OF_VERBATIM_TAG, YamlProblemKind::kReservedSign},
      {YAML::ErrorMsg::ANCHOR_NOT_FOUND, YamlProblemKind::kReservedSign},
      {YAML::ErrorMsg::CHAR_IN_ANCHOR, YamlProblemKind::kReservedSign},
      {YAML::ErrorMsg::CHAR_IN_BLOCK, YamlProblemKind::kTextAfterBlockSign},
      {YAML::ErrorMsg::INVALID_ESCAPE, YamlProblemKind::kBadEscape},
      {YAML::ErrorMsg::INVALID_HEX, YamlProblemKind::kBadEscape},
      {YAML::ErrorMsg::INVALID_UNICODE, YamlProblemKind::kBadEscape},
      {YAML::ErrorMsg::UNKNOWN_ANCHOR, YamlProblemKind::kUnknownAlias},
      {YAML::ErrorMsg::ALIAS_NOT_FOUND, YamlProblemKind::kReservedSign},
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
  Collector(Offset base, std::vector<YamlEvent>& events) : base_(base), last_offset_(base), events_(events) {}

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
    add(YamlEventKind::kScalar, mark, tag, anchor).text = restore_text(value);
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
  // Where the last node started, or the document.
  Offset last_offset() const { return last_offset_; }

  void OnSequenceEnd() override { leave(YamlEventKind::kSequenceEnd); }
  void OnMapEnd() override { leave(YamlEventKind::kMappingEnd); }

 private:
  Offset offset_of(const YAML::Mark& mark) const { return base_ + static_cast<Offset>(mark.pos); }

  YamlEvent& add(YamlEventKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    YamlEvent& event = events_.emplace_back();
    event.kind = kind;
    event.offset = offset_of(mark);
    if (kind != YamlEventKind::kNull) last_offset_ = event.offset;  // an empty node is where the next one is
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
  Offset last_offset_;
  std::vector<YamlEvent>& events_;
  int depth_ = 0;
};

// Finds where a second document starts.
class StartFinder : public Collector {
 public:
  StartFinder(Offset base, std::vector<YamlEvent>& events) : Collector(base, events), base_(base) {}
  void OnDocumentStart(const YAML::Mark& mark) override { start_ = base_ + static_cast<Offset>(mark.pos); }
  std::optional<Offset> start() const { return start_; }

 private:
  Offset base_;
  std::optional<Offset> start_;
};

// What stands after the first document, whose last node begins at `last_offset`. Ruby passes over it, unless
// it is no document: libyaml looks ahead, and takes `%` in the first column for a directive out of place.
std::optional<YamlProblem> parse_rest(YAML::Parser& parser, const std::string& yaml, Offset base,
                                      Offset last_offset) {
  if (!parser) return std::nullopt;
  std::vector<YamlEvent> events;
  StartFinder finder(base, events);
  try {
    parser.HandleNextDocument(finder);
  } catch (...) {
    if (!finder.start()) throw;
  }
  std::size_t directive = yaml.find("\n%", last_offset - base);
  if (directive != std::string::npos) {
    return YamlProblem{YamlProblemKind::kReservedSign, base + static_cast<Offset>(directive + 1)};
  }
  if (!finder.start()) return std::nullopt;
  bool is_document = yaml[*finder.start() - base] != ',';
  return YamlProblem{is_document ? YamlProblemKind::kIgnoredRest : YamlProblemKind::kReservedSign,
                     *finder.start()};
}

// Where the sign stands that begins no anchor, alias or tag: yaml-cpp tells the place at which it gave up, and
// that may be behind it.
std::size_t sign_at(std::string_view yaml, std::size_t offset) {
  constexpr std::string_view kSigns = "&*!";
  const std::size_t line = yaml.substr(0, offset).find_last_of("\r\n") + 1;  // 0 for none
  const std::size_t word = yaml.substr(line, offset - line).find_last_of(" \t,[{");
  const std::size_t begin = word == std::string_view::npos ? line : line + word + 1;
  const bool is_behind = begin < offset && kSigns.find(yaml[begin]) != std::string_view::npos;
  return is_behind ? begin : offset;
}

std::optional<YamlProblem> parse(const std::string& yaml, Offset base, std::vector<YamlEvent>& events) {
  try {
    yaml::Input stream(yaml);
    YAML::Parser parser(stream);
    Collector collector(base, events);
    parser.HandleNextDocument(collector);
    return parse_rest(parser, yaml, base, collector.last_offset());
  } catch (const YAML::Exception& exception) {
    const std::size_t offset = exception.mark.is_null() ? 0 : static_cast<std::size_t>(exception.mark.pos);
    const YamlProblemKind kind = kind_of(exception.msg);
    const std::size_t place = kind == YamlProblemKind::kReservedSign ? sign_at(yaml, offset) : offset;
    return YamlProblem{kind, base + static_cast<Offset>(place)};
  } catch (const TooDeep& place) {
    return YamlProblem{YamlProblemKind::kTooDeep, place.offset};
  } catch (const std::exception&) {
    return YamlProblem{YamlProblemKind::kOther, base};
  }
}

}  // namespace

YamlEvents read_yaml_events(const PreparedSource& source, Offset begin) {
  YamlEvents result;
  result.problem = parse(source.bytes.substr(begin), begin, result.events);
  if (source.forbidden && (!result.problem || *source.forbidden < result.problem->offset)) {
    result.problem = YamlProblem{YamlProblemKind::kForbiddenCharacter, *source.forbidden};
  }
  return result;
}

}  // namespace depeche::frontmatter
