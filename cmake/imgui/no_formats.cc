// What ImGui formats names of windows with. It has one window, whose name is no format: texts stay as they
// are written, and the C library's printf stays out of the program.
#include <algorithm>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

int ImFormatStringV(char* buffer, size_t size, const char* format, va_list) {
  const size_t length = std::strlen(format);
  if (buffer == nullptr || size == 0) return static_cast<int>(length);
  const size_t kept = std::min(length, size - 1);
  std::memcpy(buffer, format, kept);
  buffer[kept] = '\0';
  return static_cast<int>(kept);
}

int ImFormatString(char* buffer, size_t size, const char* format, ...) {
  va_list none;
  va_start(none, format);
  const int length = ImFormatStringV(buffer, size, format, none);
  va_end(none);
  return length;
}
