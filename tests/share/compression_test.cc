#include "share/compression.h"

#include "doctest/doctest.h"
#include "share/checksum.h"

namespace depeche::share {
namespace {

constexpr std::size_t kMaximum = std::size_t{1} << 20;

TEST_CASE("the dictionary is frozen: links in people's mailboxes need every byte of it") {
  CHECK(dictionary().size() == 27620);
  CHECK(crc32(dictionary()) == 0x61B11742);
}

TEST_CASE("a frame unpacks to what was packed") {
  for (const std::string& text : {std::string(), std::string("Communiqué"), std::string(100000, '\0')}) {
    std::string unpacked;
    CHECK(decompress(compress(text), kMaximum, unpacked) == Unpacked::kText);
    CHECK(unpacked == text);
  }
}

TEST_CASE("a frame that declares more than it may is not unpacked") {
  const std::string bomb = compress(std::string(kMaximum + 1, 'a'));
  CHECK(bomb.size() < 200);
  std::string unpacked;
  CHECK(decompress(bomb, kMaximum, unpacked) == Unpacked::kTooLarge);
  CHECK(unpacked.capacity() < 100);
}

TEST_CASE("a frame that lies about its size, is cut or has a tail is damaged") {
  const std::string frame = compress("---\ntitle: Lancement d’un appel à projets\n---\n");
  std::string unpacked;
  for (std::size_t size = 0; size < frame.size(); ++size)
    CHECK(decompress(frame.substr(0, size), kMaximum, unpacked) == Unpacked::kDamaged);
  CHECK(decompress(frame + "x", kMaximum, unpacked) == Unpacked::kDamaged);
  CHECK(decompress(frame + "\x28\xB5\x2F\xFD" + frame, kMaximum, unpacked) == Unpacked::kDamaged);

  std::string lying = frame;
  ++lying[1];  // the content size, after the frame's descriptor
  CHECK(decompress(lying, kMaximum, unpacked) == Unpacked::kDamaged);
}

}  // namespace
}  // namespace depeche::share
