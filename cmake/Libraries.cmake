# The libraries we stand on, each a target: md4c, yaml-cpp, nlohmann_json, zstd, imgui, doctest.
# Versions and sums are the decision; docs/decisions/0002-libraries.md says why each is here.
include(Sources)

depeche_source(imgui
  ARCHIVE imgui_1.92.2b+ds.orig.tar.xz
  SHA256 e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
  POOL main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz)
depeche_source(md4c
  ARCHIVE md4c_0.5.2.orig.tar.gz
  SHA256 55d0111d48fb11883aaee91465e642b8b640775a4d6993c2d0e7a8092758ef21
  POOL main/m/md4c/md4c_0.5.2.orig.tar.gz
  UPSTREAM https://github.com/mity/md4c/archive/refs/tags/release-0.5.2.tar.gz)
depeche_source(yaml_cpp
  ARCHIVE yaml-cpp_0.8.0+dfsg.orig.tar.xz
  SHA256 32c85a5f36633a9005b20261b35fccb0d8ec69e9ef16c67de7d5d007944e3709
  POOL main/y/yaml-cpp/yaml-cpp_0.8.0+dfsg.orig.tar.xz)
depeche_source(nlohmann_json
  ARCHIVE nlohmann-json3_3.11.3.orig.tar.gz
  SHA256 0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
  POOL main/n/nlohmann-json3/nlohmann-json3_3.11.3.orig.tar.gz
  UPSTREAM https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz)
depeche_source(doctest
  ARCHIVE doctest_2.4.11.orig.tar.gz
  SHA256 632ed2c05a7f53fa961381497bf8069093f0d6628c5f26286161fbd32a560186
  POOL main/d/doctest/doctest_2.4.11.orig.tar.gz
  UPSTREAM https://github.com/doctest/doctest/archive/refs/tags/v2.4.11.tar.gz)
depeche_source(zstd
  ARCHIVE libzstd_1.5.7+dfsg.orig.tar.xz
  SHA256 0c092ef267edce57ba7f3f2645c861f72eaf5e76273c6c3632869423464b90a5
  POOL main/libz/libzstd/libzstd_1.5.7+dfsg.orig.tar.xz)

# A library's code is not ours to warn about, and its headers are system headers to us.
function(depeche_library name)
  cmake_parse_arguments(LIBRARY "THROWS" "" "SOURCES;INCLUDES" ${ARGN})
  add_library(${name} STATIC EXCLUDE_FROM_ALL ${LIBRARY_SOURCES})
  target_include_directories(${name} SYSTEM PUBLIC ${LIBRARY_INCLUDES})
  target_compile_options(${name} PRIVATE -w)
  if(LIBRARY_THROWS)
    depeche_exceptions(${name} ${LIBRARY_SOURCES})
  else()
    depeche_exceptions(${name})
  endif()
endfunction()

depeche_library(md4c
  SOURCES "${md4c_SOURCE_DIR}/src/md4c.c" "${md4c_SOURCE_DIR}/src/entity.c"
  INCLUDES "${md4c_SOURCE_DIR}/src")

# yaml-cpp's parser and its events, without its graph of nodes and its emitter, over streams of ours
# (cmake/yaml_cpp/depeche_streams.h).
set(yaml_cpp_sources
  depthguard directives exceptions exp null parser regex_yaml scanner scanscalar scantag scantoken simplekey singledocparser
  stream tag)
list(TRANSFORM yaml_cpp_sources REPLACE "(.+)" "${yaml_cpp_SOURCE_DIR}/src/\\1.cpp")
depeche_library(yaml_cpp THROWS SOURCES ${yaml_cpp_sources}
  INCLUDES "${yaml_cpp_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/cmake/yaml_cpp")
target_compile_definitions(yaml_cpp PUBLIC YAML_CPP_STATIC_DEFINE)
target_include_directories(yaml_cpp PRIVATE "${yaml_cpp_SOURCE_DIR}/src")
target_compile_options(yaml_cpp PRIVATE -include "${PROJECT_SOURCE_DIR}/cmake/yaml_cpp/depeche_streams.h")

add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${nlohmann_json_SOURCE_DIR}/single_include")

file(GLOB zstd_sources CONFIGURE_DEPENDS
  "${zstd_SOURCE_DIR}/lib/common/*.c" "${zstd_SOURCE_DIR}/lib/compress/*.c" "${zstd_SOURCE_DIR}/lib/decompress/*.c")
depeche_library(zstd SOURCES ${zstd_sources} INCLUDES "${zstd_SOURCE_DIR}/lib")
# Links are small and made at the best levels: the middle compressors, the larger decoders and the error strings stay
# out (140 KB of WebAssembly instead of 311).
target_compile_definitions(zstd PUBLIC ZSTD_DISABLE_ASM=1 PRIVATE
  ZSTD_LEGACY_SUPPORT=0 XXH_NAMESPACE=ZSTD_ ZSTD_NO_TRACE=1 ZSTD_STRIP_ERROR_STRINGS=1 ZSTD_NO_INLINE
  ZSTD_EXCLUDE_DFAST_BLOCK_COMPRESSOR ZSTD_EXCLUDE_GREEDY_BLOCK_COMPRESSOR ZSTD_EXCLUDE_LAZY_BLOCK_COMPRESSOR
  ZSTD_EXCLUDE_LAZY2_BLOCK_COMPRESSOR ZSTD_EXCLUDE_BTLAZY2_BLOCK_COMPRESSOR
  HUF_FORCE_DECOMPRESS_X1 ZSTD_FORCE_DECOMPRESS_SEQUENCES_SHORT)

# How it is compiled: cmake/imgui/depeche_imgui_config.h. In the browser its widgets and tables are not: all of ours are
# our own, and the linker drops what would call them.
set(imgui_widgets "${imgui_SOURCE_DIR}/imgui_widgets.cpp" "${imgui_SOURCE_DIR}/imgui_tables.cpp")
if(DEPECHE_WEB)
  set(imgui_widgets "${PROJECT_SOURCE_DIR}/cmake/imgui/no_widgets.cc")
endif()
depeche_library(imgui
  SOURCES "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp"
          "${PROJECT_SOURCE_DIR}/cmake/imgui/no_formats.cc" "${PROJECT_SOURCE_DIR}/cmake/imgui/no_rasterizer.cc"
          ${imgui_widgets}
  INCLUDES "${imgui_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/cmake/imgui")
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="depeche_imgui_config.h")
target_compile_options(imgui PRIVATE -include "${PROJECT_SOURCE_DIR}/cmake/imgui/unused.h")

add_library(doctest INTERFACE)
target_include_directories(doctest SYSTEM INTERFACE "${doctest_SOURCE_DIR}")
