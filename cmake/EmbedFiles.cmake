# The script behind depeche_embed: writes HEADER and SOURCE from FILES. Run with cmake -P.
set(declarations "")
set(definitions "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  string(MAKE_C_IDENTIFIER "${name}" identifier)
  file(READ "${file}" hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND declarations "extern const std::string_view ${identifier};\n")
  string(APPEND definitions
    "static const unsigned char ${identifier}_bytes[] = {\n${bytes}0x00};\n"
    "const std::string_view ${identifier}(reinterpret_cast<const char*>(${identifier}_bytes), ${length});\n\n")
endforeach()
file(WRITE "${HEADER}" "// Made by cmake/EmbedFiles.cmake.\n#pragma once\n\n#include <string_view>\n\nnamespace embedded::${NAMESPACE} {\n${declarations}}\n")
file(WRITE "${SOURCE}" "// Made by cmake/EmbedFiles.cmake.\n#include \"embedded/${NAMESPACE}.h\"\n\nnamespace embedded::${NAMESPACE} {\n${definitions}}\n")
