# Flags of every target, and of ours alone.
#
# depeche_compile_settings(TARGET): warnings as errors on our code. Libraries are SYSTEM and not held to it.
# depeche_exceptions(TARGET [source...]): in the browser, only these sources of the target may throw or catch.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

if(DEPECHE_WEB)
  # Browsers that have WebAssembly's exceptions (depeche_exceptions) have bulk memory, too: a copy of the text is then one
  # instruction, not a loop. There is one thread, so statics need no lock.
  set(DEPECHE_WEB_OPTIONS -Oz -mbulk-memory -mnontrapping-fptoint)
  add_compile_options(${DEPECHE_WEB_OPTIONS} -fno-threadsafe-statics)
  add_link_options(${DEPECHE_WEB_OPTIONS} -fwasm-exceptions)
  # The toolchain's own headers are where only the toolchain sees them (install-emscripten.sh): as dependencies they
  # would be missing, and all be built anew each time.
  string(REPLACE "-MD" "-MMD" CMAKE_DEPFILE_FLAGS_C "${CMAKE_DEPFILE_FLAGS_C}")
  string(REPLACE "-MD" "-MMD" CMAKE_DEPFILE_FLAGS_CXX "${CMAKE_DEPFILE_FLAGS_CXX}")
endif()

if(DEPECHE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(DEPECHE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

function(depeche_compile_settings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Werror -Werror=switch)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src")
endfunction()

function(depeche_exceptions target)
  if(NOT DEPECHE_WEB)
    return()
  endif()
  get_target_property(quiet ${target} SOURCES)
  list(REMOVE_ITEM quiet ${ARGN})
  set_source_files_properties(${quiet} PROPERTIES COMPILE_OPTIONS "-fno-exceptions;$<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>")
  if(ARGN)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -fwasm-exceptions)
  endif()
endfunction()
