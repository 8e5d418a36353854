# Flags of every target, and of ours alone.
#
# depeche_compile_settings(TARGET): warnings as errors on our code. Libraries are SYSTEM and not held to it.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

if(DEPECHE_WEB)
  # yaml-cpp throws: native WebAssembly exceptions everywhere, at compile and at link. Browsers that have these have
  # bulk memory, too: a copy of the text is then one instruction, not a loop.
  set(DEPECHE_WEB_OPTIONS -Oz -fwasm-exceptions -mbulk-memory -mnontrapping-fptoint)
  add_compile_options(${DEPECHE_WEB_OPTIONS})
  add_link_options(${DEPECHE_WEB_OPTIONS})
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
