#include "share/link.h"

#include <random>

#include "doctest/doctest.h"
#include "share/base64url.h"
#include "share/compression.h"
#include "share/crc32.h"
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

TEST_CASE("the forms in which a link arrives") {
  const std::string fragment = encoded(kDraft);
  const std::string half = fragment.substr(0, 40);
  const std::string rest = fragment.substr(40);
  std::string escaped;
  for (const char c : fragment) {
    const std::string_view hex = "0123456789abcdef";
    escaped += {'%', hex[static_cast<unsigned char>(c) >> 4], hex[static_cast<unsigned char>(c) & 15]};
  }
  const std::string forms[] = {
      fragment,
      "#" + fragment,
      "%23" + fragment,
      "https://site.example/depeche/#" + fragment,
      "https://site.example/depeche/index.html?x=1%202#" + fragment,
      "https://site.example/depeche/%23" + fragment,
      "https://site.example/depeche/%2523" + fragment,
      "https://gateway.example/?url=https%3A%2F%2Fsite.example%2F%23" + fragment + "&data=05%7C02&reserved=0",
      "  <https://site.example/#" + fragment + ">.\n",
      "« https://site.example/#" + fragment + "\u00A0»",
      "(https://site.example/#" + fragment + ").",
      "#" + half + "\r\n" + rest,
      "> #" + half + "\n> " + rest,
      "#" + half + "\u200B\u00AD" + rest,
      "#" + escaped,
  };
  for (const std::string& form : forms) {
    CAPTURE(form);
    CHECK(opened(form) == kDraft);
  }
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

TEST_CASE("characters added, swapped or doubled are damage") {
  const std::string fragment = encoded(kDraft);
  CHECK(opened(fragment + "A") == "share/damaged");
  CHECK(opened(fragment + fragment) == "share/damaged");
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
