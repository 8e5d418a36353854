#include "share/link.h"

#include <random>

#include "doctest/doctest.h"
#include "share/base64url.h"
#include "share/checksum.h"
#include "share/compression.h"
#include "tests/support/files.h"

namespace depeche::share {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kDraft = "---\ntitle: Un car à l’heure\n---\n\nDouze **lignes**.\n";

std::string encoded(std::string_view text) {
  const Result<std::string> fragment = encode_fragment(text);
  REQUIRE(fragment.ok());
  return *fragment;
}

// The text of a link, or the key of the problem.
std::string opened(std::string_view link) {
  const Result<std::string> text = decode_fragment(link);
  return text ? *text : text.problem().key;
}

// A whole fragment around a payload, as a program that means harm would make it.
std::string sealed(char format, const std::string& payload) {
  const std::uint32_t checksum = crc32(payload, crc32({&format, 1}));
  return format + encode_number(payload.size(), 4) + encode_number(checksum, 6) + payload;
}

std::string with(std::string link, std::size_t at, char character) {
  link[at] = character;
  return link;
}

TEST_CASE("a draft comes back byte for byte, whatever its bytes are") {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string(kDraft), std::string("\xEF\xBB\xBF---\r\n---\r\n"),
        std::string("\0\xFF\xC0", 3), std::string(300000, 'x')})
    CHECK(opened(encoded(text)) == text);

  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 3000, '\0');
    for (char& byte : text) byte = static_cast<char>(random() & (round % 2 == 0 ? 0xFF : 0x6F));
    CHECK(opened(encoded(text)) == text);
  }
}

TEST_CASE("a fragment has only characters that no program escapes") {
  const std::string fragment = encoded(read_file(DEPECHE_ROOT "/assets/sample-release.md"));
  CHECK(fragment.find_first_not_of(kDigits) == std::string::npos);
  CHECK(fragment[0] == '1');
}

TEST_CASE("the golden link of format 1 opens for ever") {
  const std::filesystem::path folder = DEPECHE_TESTS "/share";
  CHECK(opened(read_file(folder / "golden-1.link")) == read_file(folder / "golden-1.md"));
}

std::string escaped_whole(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const std::string_view hex = "0123456789abcdef";
    escaped += {'%', hex[static_cast<unsigned char>(c) >> 4], hex[static_cast<unsigned char>(c) & 15]};
  }
  return escaped;
}

// As encodeURIComponent() of a fragment's address: what gateways do with the address that they wrap.
std::string escaped_for_query(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const bool stays = kDigits.find(c) != std::string_view::npos || c == '.';
    escaped += stays ? std::string(1, c) : escaped_whole({&c, 1});
  }
  return escaped;
}

// The text in lines of `width` characters, each but the last followed by `line_end`.
std::string folded(std::string_view text, std::size_t width, std::string_view line_end) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += width) {
    lines += text.substr(at, width);
    if (at + width < text.size()) lines += line_end;
  }
  return lines;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string upper_case(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

// A draft whose fragment has this in it.
std::string fragment_with(std::string_view wanted) {
  for (int round = 0;; ++round) {
    const std::string fragment = encoded(std::string(kDraft) + std::to_string(round));
    if (fragment.find(wanted) != std::string::npos) return fragment;
  }
}

TEST_CASE("a link that has lost nothing opens, whatever stands around it") {
  const std::string fragment = encoded(kDraft);
  const std::string half = fragment.substr(0, 40);
  const std::string rest = fragment.substr(40);
  const std::string url = "https://site.example/depeche/?#" + fragment;
  const std::string wrapped = escaped_for_query(url);
  struct Row {
    std::string_view what;
    std::string text;
  };
  const Row rows[] = {
      {"a bare fragment", fragment},
      {"with its mark", "#" + fragment},
      {"with a question mark alone", "?" + fragment},
      {"an address", url},
      {"of an earlier version", "https://site.example/depeche/#" + fragment},
      {"with a query", "https://site.example/depeche/index.html?x=1%202#" + fragment},
      {"with a tracker before the mark", "https://site.example/depeche/?fbclid=IwAR0#" + fragment},
      {"with a tracker behind a question mark", url + "?utm_source=lettre"},
      {"with a tracker behind an ampersand", url + "&utm_source=lettre&utm_medium=mail"},
      {"with a final slash", url + "/"},
      {"with another fragment behind it", url + "#:~:text=car"},
      {"with another fragment before it", "https://site.example/#contenu#" + fragment},
      {"with a number sign in the words before", "Communiqué #12, à relire : " + url},
      {"escaped mark", "https://site.example/depeche/%23" + fragment},
      {"escaped mark in the query", "https://site.example/depeche/?%23" + fragment + "?utm_source=x"},
      {"mark escaped twice", "https://site.example/depeche/?%2523" + fragment},
      {"mark escaped three times", "https://site.example/depeche/?utm_source=x&%252523" + fragment},
      {"mark as a character reference", "https://site.example/depeche/?&#35;" + fragment},
      {"all escaped", std::string("#") + escaped_whole(fragment)},
      {"Safe Links", "https://deu01.safelinks.protection.outlook.com/?url=" + wrapped +
                         "&data=05%7C02%7Cx%7C0&sdata=abc%3D&reserved=0"},
      {"Safe Links, the mark escaped before",
       "https://deu01.safelinks.protection.outlook.com/?url=" +
           escaped_for_query("https://site.example/depeche/%23" + fragment) + "&data=05%7C02&reserved=0"},
      {"Teams", "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=" +
                    wrapped + "&locale=fr-fr"},
      {"google.com/url", "https://www.google.com/url?q=" + wrapped + "&sa=D&source=editors"},
      {"a gateway that takes the mark out",
       "https://urldefense.com/v3/__https://site.example/depeche/?*" + fragment + "__;Iw!!AbC-dEf!x$"},
      {"angle brackets", "  <" + url + ">.\n"},
      {"a Markdown link", "[" + url + "](" + url + ")"},
      {"Slack", "<" + url + "|" + url + ">"},
      {"French quotes", "« " + url + "\u00A0»"},
      {"brackets and a full stop", "(" + url + ")."},
      {"bold", "**" + url + "**"},
      {"words around", "Bonjour,\n\nVoici le texte : " + url + "\nMerci de le relire. Bien à vous"},
      {"words right behind it", url + " merci de le relire avant ce soir"},
      {"two links", url + "\n" + url + "A"},
      {"a cut one before it", url.substr(0, 60) + "…\n" + url},
      {"lines", folded(url, 50, "\r\n")},
      {"lines broken in its head",
       std::string("https://site.example/depeche/?#") + folded(fragment, 3, "\n")},
      {"a space before the break, as Outlook has it", folded(url, 50, " \n")},
      {"quoted-printable", folded(url, 36, "=\r\n")},
      {"quoted", std::string("> ") + folded(url, 36, "\n> ")},
      {"quoted twice", std::string(">> ") + folded(url, 36, "\n>> ")},
      {"soft hyphens", folded(url, 20, "\u00AD")},
      {"characters that nobody sees", "#" + half + "\u200B\u2060\uFEFF" + rest},
      {"directions of writing", "\u2066" + url + "\u2069"},
      {"narrow spaces", "#" + half + "\u202F\u2009" + rest},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(opened(row.text) == kDraft);
  }
}

TEST_CASE("hyphens that a program made better come back") {
  struct Row {
    std::string_view from, to;
  };
  const Row rows[] = {{"-", "\u2011"},  {"-", "\u2010"},  {"-", "\u2212"}, {"-", "\u2013"},
                      {"--", "\u2013"}, {"--", "\u2014"}, {"_", "\\_"}};
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const std::string fragment = fragment_with(row.from);
    CHECK(opened(std::string("Voir — c’est ici – #") + replaced(fragment, row.from, row.to)) ==
          opened(fragment));
  }
  const std::string three = sealed('2', "a---b--c");
  CHECK(opened(replaced(replaced(three, "---", "\u2014"), "--", "\u2013")) == "share/newer-format");
}

TEST_CASE("a link that has lost something says what, whatever stands around it") {
  const std::string fragment = encoded(kDraft);
  const std::string url = "https://site.example/depeche/?#" + fragment;
  const std::string cut = url.substr(0, url.size() - 20);
  struct Row {
    std::string text;
    std::string_view problem;
  };
  const Row rows[] = {
      {"https://exemple.fr/depeche/?#", "share/truncated"},
      {" https://exemple.fr/depeche/?\n", "share/truncated"},
      {"Voir https://exemple.fr/depeche/?#", "share/not-a-link"},
      {"Ça va ?", "share/not-a-link"},
      {cut, "share/truncated"},
      {cut + "…", "share/truncated"},
      {"Voici : " + cut + " À relire.", "share/truncated"},
      {"[" + cut + "](" + cut + ")", "share/truncated"},
      {"<" + cut + "|" + cut + ">", "share/truncated"},
      {cut + "?utm_source=lettre", "share/truncated"},
      {"Communiqué #12 : " + cut, "share/truncated"},
      {std::string("https://gateway.example/?url=") + escaped_for_query(cut) + "&data=1", "share/truncated"},
      {"https://site.example/?%2523" + fragment.substr(0, 30), "share/truncated"},
      {upper_case(url), "share/damaged"},
      {with(url, url.size() - 5, '*'), "share/damaged"},
      {"Voici : " + with(url, url.size() - 5, '*') + " À relire.", "share/damaged"},
      {"Voir https://site.example/#contenu, merci", "share/not-a-link"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(opened(row.text) == row.problem);
  }
}

TEST_CASE("hostile text costs no more than a few times its size") {
  const std::string claim = std::string("1") + encode_number(100'000, 4) + "AAAAAA";
  for (const std::string_view between : {"*", "#", "?", " "}) {
    CAPTURE(between);
    std::string text = "#" + claim;
    for (int i = 0; i < 200'000; ++i) text.append(between).append(claim);  // each wants all that follows
    CHECK(opened(text) != "");
  }
  std::string escapes = "#";
  for (int i = 0; i < 500'000; ++i) escapes += "%25";
  CHECK(opened(escapes) == "share/not-a-link");
}

TEST_CASE("what is no link of ours") {
  for (const char* text : {"", "#", "   ", "https://site.example/", "https://site.example/#", "bonjour",
                           "#contact", "#a-quite-long-anchor-of-some-page", "%", "%2", "#%"})
    CHECK(opened(text) == "share/not-a-link");
}

TEST_CASE("every cut is named as a cut") {
  for (const std::string& fragment : {encoded(kDraft), encoded(""), encoded(std::string(5000, 'z'))})
    for (std::size_t size = 1; size < fragment.size(); ++size) {
      CAPTURE(size);
      CHECK(opened(fragment.substr(0, size)) == "share/truncated");
    }
}

TEST_CASE("every changed character is named as damage") {
  const std::string fragment = encoded(kDraft);
  for (std::size_t at = 0; at < fragment.size(); ++at) {
    for (const char digit : kDigits) {
      if (digit == fragment[at]) continue;
      CAPTURE(at);
      CAPTURE(digit);
      CHECK(opened(with(fragment, at, digit)) == "share/damaged");
    }
    // Not the last: final punctuation is the sentence's.
    if (at + 1 < fragment.size()) CHECK(opened(with(fragment, at, '*')) == "share/damaged");
  }
}

TEST_CASE("what follows a fragment's end does not matter") {
  const std::string fragment = encoded(kDraft);
  CHECK(opened(fragment + "A") == kDraft);
  CHECK(opened(fragment + fragment) == kDraft);
}

TEST_CASE("characters added or swapped inside are damage") {
  const std::string fragment = encoded(kDraft);
  for (std::size_t at = 12; at < fragment.size(); ++at) {
    std::string longer = fragment;
    longer.insert(at, 1, fragment[at] == 'A' ? 'B' : 'A');
    CHECK(opened(longer) == "share/damaged");
  }
  for (std::size_t at = 12; at + 1 < fragment.size(); ++at) {
    std::string swapped = fragment;
    std::swap(swapped[at], swapped[at + 1]);
    if (swapped != fragment) CHECK(opened(swapped) == "share/damaged");
  }
}

TEST_CASE("a later format says so; a damaged or cut one does not pretend to be later") {
  const std::string later = sealed('2', "what-a-later-format-holds");
  CHECK(opened(later) == "share/newer-format");
  CHECK(opened(with(later, 15, '_')) == "share/damaged");
  CHECK(opened(later.substr(0, later.size() - 3)) == "share/truncated");
}

TEST_CASE("a well-sealed payload that holds no frame is damage") {
  for (const char* payload : {"", "A", "AAAA", "abc*", "________________"})
    CHECK(opened(sealed('1', payload)) == "share/damaged");
}

TEST_CASE("a link unpacks to no more than the limit, and none is made that would") {
  const std::string largest(kMaximumDraftSize, 'a');
  CHECK(opened(encoded(largest)) == largest);
  CHECK(opened(sealed('1', encode_base64url(compress(largest + "a")))) == "share/too-large");
  const Result<std::string> refused = encode_fragment(largest + "a");
  REQUIRE(!refused.ok());
  CHECK(refused.problem() == Message{"share/too-large", {"4"}});
}

TEST_CASE("the documents of the corpus come back, where there is a corpus") {
  const auto documents = shared_material("corpus/documents");
  if (!documents) return;
  for (const std::filesystem::path& path : files_below(*documents, "")) {
    CAPTURE(path.string());
    const std::string text = read_file(path);
    CHECK(opened(encoded(text)) == text);
  }
}

}  // namespace
}  // namespace depeche::share
