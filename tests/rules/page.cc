#include "tests/rules/page.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <utility>

#include "tests/support/files.h"

namespace depeche::rules {
namespace {

constexpr std::string_view kOpening = "⟦";
constexpr std::string_view kClosing = "⟧";
constexpr std::string_view kFence = "```";
constexpr std::string_view kExampleFence = "```diff";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The lines of the comment that begins a source, without their slashes.
std::vector<std::string> first_comment(std::string_view source) {
  std::vector<std::string> comment;
  for (const std::string& line : lines_of(source)) {
    if (!line.starts_with("//")) break;
    comment.push_back(line.substr(std::min<std::size_t>(line.size(), 3)));
  }
  return comment;
}

// `\xE9` at the beginning of `text`.
std::optional<char> escaped_byte(std::string_view text) {
  if (!text.starts_with("\\x") || text.size() < 4) return std::nullopt;
  unsigned byte = 0;
  const char* const end = text.data() + 4;
  if (std::from_chars(text.data() + 2, end, byte, 16).ptr != end) return std::nullopt;
  return static_cast<char>(byte);
}

// Adds a line as it is meant to `document`, and what is marked in it to `found`.
void add_line(std::string_view line, std::string& document, std::vector<Span>& found) {
  while (!line.empty()) {
    const auto at = static_cast<Offset>(document.size());
    if (line.starts_with(kOpening)) {
      found.push_back({at, at});
      line.remove_prefix(kOpening.size());
    } else if (line.starts_with(kClosing)) {
      found.back().end = at;
      line.remove_prefix(kClosing.size());
    } else if (const auto byte = escaped_byte(line)) {
      document += *byte;
      line.remove_prefix(4);
    } else {
      document += line[0];
      line.remove_prefix(1);
    }
  }
}

Example read_example(const std::vector<std::string>& lines) {
  Example example;
  bool is_mended = false;
  bool is_first = true, is_first_fixed = true;
  std::vector<Span> unused;
  for (const std::string& line : lines) {
    const char sign = line.empty() ? ' ' : line[0];
    const std::string text = line.substr(std::min<std::size_t>(line.size(), 2));
    is_mended = is_mended || sign != ' ';
    if (sign != '+') {
      if (!std::exchange(is_first, false)) example.document += '\n';
      add_line(text, example.document, example.found);
    }
    if (sign != '-') {
      if (!std::exchange(is_first_fixed, false)) example.fixed += '\n';
      add_line(text, example.fixed, unused);
    }
  }
  if (!is_mended) example.fixed.clear();
  return example;
}

std::string severity_name(const Rule& rule) {
  return std::string(name(rule.severity));
}

// The sections of the rules that `belongs` chooses.
template <typename Belongs>
std::string sections(Belongs belongs) {
  std::string text;
  for (const Rule& rule : registry()) {
    if (!belongs(rule)) continue;
    if (!text.empty()) text += "\n";
    text.append("### `").append(rule.id).append("` (").append(severity_name(rule)).append(")\n\n");
    text.append(section_of(rule).text);
  }
  return text;
}

}  // namespace

Section read_section(std::string_view source) {
  Section section;
  std::vector<std::string> example;
  bool is_in_example = false;
  for (const std::string& line : first_comment(source)) {
    if (section.id.empty()) {
      section.id = line;
      continue;
    }
    if (is_in_example && line == kFence) {
      section.examples.push_back(read_example(example));
      example.clear();
      is_in_example = false;
    } else if (is_in_example) {
      example.push_back(line);
    } else {
      is_in_example = line == kExampleFence;
    }
    if (!section.text.empty() || !line.empty()) section.text.append(line).append("\n");
  }
  return section;
}

Section section_of(const Rule& rule) {
  std::string path = DEPECHE_ROOT "/src/rules/" + std::string(rule.id) + ".cc";
  std::ranges::replace(path.begin() + std::string_view(DEPECHE_ROOT).size(), path.end(), '-', '_');
  return read_section(read_file(path));
}

std::string rules_page() {
  std::string page = read_file(DEPECHE_ROOT "/src/rules/rules.md.in");
  const auto place_of = [&](const Rule& rule) {
    return page.find("{{" + std::string(family_of(rule)) + "/*}}\n");
  };
  const std::string others = sections([&](const Rule& rule) { return place_of(rule) == page.npos; });
  for (const Rule& rule : registry()) {
    const std::size_t place = place_of(rule);
    if (place == page.npos) continue;
    const std::string family(family_of(rule));
    page.replace(place, family.size() + 7,
                 sections([&](const Rule& each) { return family_of(each) == family; }));
  }
  constexpr std::string_view kOthers = "{{*}}\n";
  return page.replace(page.find(kOthers), kOthers.size(), others);
}

}  // namespace depeche::rules
