# The web program and the bundle around it.
#
# depeche_web_program(TARGET source...): depeche.wasm and nothing else. No JavaScript of Emscripten's comes along
# (-sSTANDALONE_WASM): the page's scripts lend the program what src/platform/web/imports.h declares and call what it
# exports (docs/decisions/0007-no-glue.md).
#
# `cmake --install build/web --prefix DIR` then leaves the bundle in DIR, made by cmake/bundle/bundle.mjs, which reads what
# CMake knows from build/web/bundle.json.
function(depeche_web_program target)
  add_executable(${target} ${ARGN})
  depeche_compile_settings(${target})
  depeche_exceptions(${target})
  target_link_libraries(${target} PRIVATE depeche_platform_web)
  target_link_options(${target} PRIVATE
    -sSTANDALONE_WASM --no-entry -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB -sASSERTIONS=0)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME depeche SUFFIX .wasm)

  file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/bundle.json" CONTENT "{
  \"version\": \"${PROJECT_VERSION}\",
  \"wasm\": \"$<TARGET_FILE:${target}>\",
  \"licenses\": {
    \"Dear ImGui\": \"${imgui_SOURCE_DIR}/LICENSE.txt\",
    \"md4c\": \"${md4c_SOURCE_DIR}/LICENSE.md\",
    \"yaml-cpp\": \"${yaml_cpp_SOURCE_DIR}/LICENSE\",
    \"Zstandard\": \"${zstd_SOURCE_DIR}/LICENSE\"
  }
}
")
  install(CODE "
    execute_process(
      COMMAND node \"${PROJECT_SOURCE_DIR}/cmake/bundle/bundle.mjs\" \"${PROJECT_BINARY_DIR}/bundle.json\"
              \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\"
      WORKING_DIRECTORY \"${PROJECT_SOURCE_DIR}\" COMMAND_ERROR_IS_FATAL ANY)")
endfunction()
