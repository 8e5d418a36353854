// The YAML of a front matter as a flat list of events, read by yaml-cpp.
//
// Only this file uses yaml-cpp: none of its types or exceptions gets out. What it read before a problem is kept.
// Events say where a node starts; frontmatter/extent.h finds where it ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "frontmatter/source.h"

namespace depeche::frontmatter {

// Collections nested deeper than this are refused.
inline constexpr int kMaximumDepth = 64;

enum class YamlEventKind : std::uint8_t {
  kNull,  // an empty node, ~ or null
  kScalar,
  kAlias,
  kSequenceStart,
  kSequenceEnd,
  kMappingStart,
  kMappingEnd,
};

struct YamlEvent {
  YamlEventKind kind = YamlEventKind::kNull;
  Offset offset = 0;  // where the node starts, with its anchor and tag; for an empty node, what follows it
  bool flow = false;  // of a collection: written with brackets or braces
  std::uint32_t anchor = 0;  // given to the node, or named by an alias; 0 for none
  std::string tag;   // resolved; "?" for a plain scalar or a collection without one, "!" for other scalars
  std::string text;  // of a scalar: UTF-8, escapes and line folding resolved
  bool operator==(const YamlEvent&) const = default;
};

// Why the YAML cannot be read, as far as that helps the person who corrects it.
enum class YamlProblemKind : std::uint8_t {
  kForbiddenCharacter,
  kColonInValue,
  kMissingColon,
  kUnclosedQuote,
  kUnclosedBracket,
  kEmptyEntry,  // nothing between two commas
  kBadMerge,    // `<<` with anything but one mapping
  kTabIndentation,
  kReservedSign,
  kTextAfterBlockSign,
  kBadEscape,
  kUnknownAlias,
  kTooDeep,
  kTooManyAliases,
  kIgnoredRest,  // text after the first document, which alone counts
  kOther,
};

struct YamlProblem {
  YamlProblemKind kind = YamlProblemKind::kOther;
  Offset offset = 0;
};

struct YamlEvents {
  std::vector<YamlEvent> events;  // of the first document; cut short at the problem
  std::optional<YamlProblem> problem;
};

// Reads the YAML from its opening fence at `begin`. Linear in size.
YamlEvents read_yaml_events(const PreparedSource& source, Offset begin);

}  // namespace depeche::frontmatter
