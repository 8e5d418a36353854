# Writes HEADER, a C++ table of the messages in each of FILES (flat JSON objects of strings), sorted by key.
# Run with cmake -P. A table made at build time costs the program no parser and no start-up.
set(tables "")
foreach(file IN LISTS FILES)
  get_filename_component(language "${file}" NAME_WE)
  file(READ "${file}" json)
  string(JSON count LENGTH "${json}")
  math(EXPR last "${count} - 1")
  set(rows "")
  foreach(index RANGE ${last})
    string(JSON key MEMBER "${json}" ${index})  # members come sorted
    string(JSON text GET "${json}" "${key}")
    foreach(part key text)
      string(REPLACE "\\" "\\\\" ${part} "${${part}}")
      string(REPLACE "\"" "\\\"" ${part} "${${part}}")
      string(REPLACE "\n" "\\n" ${part} "${${part}}")
    endforeach()
    string(APPEND rows "    {\"${key}\", \"${text}\"},\n")
  endforeach()
  string(APPEND tables "inline constexpr Entry k_${language}[] = {\n${rows}};\n\n")
endforeach()
file(WRITE "${HEADER}" "// Made by src/messages/MakeTable.cmake.\n#pragma once\n\n#include <string_view>\n\n"
  "namespace depeche::messages::table {\n\nstruct Entry {\n  std::string_view key;\n  std::string_view text;\n};\n\n"
  "${tables}}  // namespace depeche::messages::table\n")
