// The icons that the desk uses, each a private-use code point of Face::kIcons.
//
// The platform draws icon `kIcons[i]` from the SVG of that name in npm's `remixicon` for the code point
// kFirstIcon + i. Nothing else is shipped of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche::ui {

enum class Icon : std::uint8_t {
  kNew,
  kOpen,
  kSave,
  kShare,
  kExport,
  kUndo,
  kRedo,
  kBold,
  kItalic,
  kHeading,
  kList,
  kOrderedList,
  kQuote,
  kLink,
  kError,
  kWarning,
  kHint,
  kAllGood,
  kClose,
  kDown,
  kUp,
  kCopy,
  kImage,
  kFile,
  kPdf,
  kDocument,
  kSpreadsheet,
  kArchive,
  kMarkdown,
  kData,
  kWebPage,
  kMore,
  kDarkTheme,
  kLanguage,
  kMonospace,
  kInvisibles,
};

inline constexpr char32_t kFirstIcon = 0xE000;

inline constexpr std::array<std::string_view, 36> kIconFiles = {
    "file-add-line",
    "folder-open-line",
    "save-line",
    "share-forward-line",
    "download-2-line",
    "arrow-go-back-line",
    "arrow-go-forward-line",
    "bold",
    "italic",
    "heading",
    "list-unordered",
    "list-ordered",
    "double-quotes-l",
    "link",
    "error-warning-fill",
    "alert-fill",
    "lightbulb-line",
    "checkbox-circle-line",
    "close-line",
    "arrow-down-s-line",
    "arrow-up-s-line",
    "file-copy-line",
    "image-line",
    "file-line",
    "file-pdf-2-line",
    "file-text-line",
    "file-excel-2-line",
    "file-zip-line",
    "markdown-line",
    "braces-line",
    "article-line",
    "more-2-line",
    "contrast-2-line",
    "translate-2",
    "font-mono",
    "paragraph",
};
static_assert(kIconFiles.size() == static_cast<std::size_t>(Icon::kInvisibles) + 1);

constexpr char32_t code_point(Icon icon) {
  return kFirstIcon + static_cast<char32_t>(icon);
}

}  // namespace depeche::ui
