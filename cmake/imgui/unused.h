// What Dear ImGui is compiled ahead of, besides depeche_imgui_config.h: no text of its own is shown and no settings are
// read, so nothing is formatted (no_formats.cc) and nothing scanned, and the C library's printf and scanf stay out.
#pragma once

#include <cstdio>

#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#define sscanf(...) 0
