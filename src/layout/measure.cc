#include "layout/measure.h"

#include "base/utf8.h"

namespace depeche::layout {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr float kSpacesOfATab = 4;
constexpr std::size_t kLongestDrawnCluster = 128;  // bytes; emoji take 35 at most

// Ems that a space of a given width takes, or a negative number for any other character.
float width_of_space(char32_t code_point) {
  switch (code_point) {
    case 0x2000:
    case 0x2002:
      return 0.5F;
    case 0x2001:
    case 0x2003:
      return 1;
    case 0x2004:
      return 1.0F / 3;
    case 0x2005:
      return 0.25F;
    case 0x2006:
      return 1.0F / 6;
    case 0x2009:
    case 0x202F:
      return 0.2F;
    case 0x200A:
      return 0.1F;
    case 0x205F:
      return 4.0F / 18;
    default:
      return -1;
  }
}

}  // namespace

char32_t shown_as(char32_t code_point) {
  if (code_point == '\n' || code_point == '\r') return 0;
  if (code_point < 0x20) return 0x2400 + code_point;
  if (code_point == 0x7F) return 0x2421;
  if (code_point >= 0x80 && code_point < 0xA0) return kReplacementCharacter;
  const bool invisible = code_point == kSoftHyphen || (code_point >= 0x200B && code_point <= 0x200F) ||
                         (code_point >= 0x2028 && code_point <= 0x202E) ||
                         (code_point >= 0x2060 && code_point <= 0x206F) || code_point == 0xFEFF ||
                         (code_point >= 0xFE00 && code_point <= 0xFE0F) || code_point >= 0xE0000;
  return invisible ? 0 : code_point;
}

float measure(const Style& style, char32_t code_point, FontMetrics& metrics) {
  if (code_point == '\t') return kSpacesOfATab * metrics.advance(style, ' ');
  if (code_point == 0x00A0) return metrics.advance(style, ' ');
  if (code_point == 0x2007) return metrics.advance(style, '0');
  if (code_point == 0x2008) return metrics.advance(style, '.');
  const float space = width_of_space(code_point);
  if (space >= 0) return space * style.size;
  const char32_t shown = shown_as(code_point);
  return shown == 0 ? 0 : metrics.advance(style, shown);
}

char32_t base_of(std::string_view cluster) {
  for (std::size_t at = 0; at < cluster.size();) {
    const Decoded next = decode_utf8(cluster, at);
    if (const char32_t shown = shown_as(next.code_point); shown != 0) return shown;
    at += next.size;
  }
  return 0;
}

std::string_view drawn_part(std::string_view cluster) {
  if (cluster.size() <= kLongestDrawnCluster) return cluster;
  std::size_t end = kLongestDrawnCluster;
  while (!is_code_point_boundary(cluster, end)) --end;
  return cluster.substr(0, end);
}

float measure_cluster(const Style& style, std::string_view cluster, FontMetrics& metrics) {
  const Decoded first = decode_utf8(cluster, 0);
  if (first.size == cluster.size()) return measure(style, first.code_point, metrics);
  if (first.code_point == '\r') return 0;  // with its line feed
  return metrics.advance_of_cluster(style, drawn_part(cluster));
}

}  // namespace depeche::layout
