#include "share/compression.h"

#include <zstd.h>

#include <memory>

#include "embedded/share.h"

namespace depeche::share {
namespace {

constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

struct Free {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// The best level is slow; it is kept for texts that could become a link that people send. The levels between
// use compressors that are not built in (cmake/Libraries.cmake).
int level_for(std::size_t size) {
  constexpr std::size_t kLong = std::size_t{256} << 10;
  return size <= kLong ? 22 : 1;
}

}  // namespace

std::string dictionary() {
  return std::string(embedded::share::share_dictionary_1_tables) +
         std::string(embedded::share::share_dictionary_1_txt);
}

std::string compress(std::string_view text) {
  const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
  if (context == nullptr) return {};
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level_for(text.size()));
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 0);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
  const std::string words = dictionary();
  if (ZSTD_isError(ZSTD_CCtx_loadDictionary(context.get(), words.data(), words.size()))) return {};

  std::string frame(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), frame.data(), frame.size(), text.data(), text.size());
  if (ZSTD_isError(size)) return {};
  frame.resize(size);
  return frame.substr(kMagic.size());
}

Unpacked decompress(std::string_view frame_without_magic, std::size_t maximum, std::string& text) {
  const std::string frame = std::string(kMagic).append(frame_without_magic);
  const unsigned long long declared = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (declared == ZSTD_CONTENTSIZE_UNKNOWN || declared == ZSTD_CONTENTSIZE_ERROR) return Unpacked::kDamaged;
  if (declared > maximum) return Unpacked::kTooLarge;
  if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size()) return Unpacked::kDamaged;

  const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  if (context == nullptr) return Unpacked::kDamaged;
  const std::string words = dictionary();
  text.resize(static_cast<std::size_t>(declared));
  const std::size_t size = ZSTD_decompress_usingDict(context.get(), text.data(), text.size(), frame.data(),
                                                     frame.size(), words.data(), words.size());
  return size == text.size() ? Unpacked::kText : Unpacked::kDamaged;
}

}  // namespace depeche::share
