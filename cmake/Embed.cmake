# depeche_embed(TARGET NAMESPACE file...)
#
# Puts files into TARGET as data. `#include "embedded/NAMESPACE.h"` then gives, for assets/messages/fr.json,
# `embedded::NAMESPACE::fr_json`, a std::string_view of the file's bytes.
function(depeche_embed target namespace)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded-${namespace}")
  set(header "${folder}/embedded/${namespace}.h")
  set(source "${folder}/${namespace}.cc")
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DNAMESPACE=${namespace}" "-DHEADER=${header}" "-DSOURCE=${source}" "-DFILES=${ARGN}"
            -P "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
    DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}" "${header}")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
