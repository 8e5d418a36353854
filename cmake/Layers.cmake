# depeche_layer(NAME SOURCES file... [USES layer...] [FOREIGN library...] [THROWS source...] [BUILD condition])
#
# One folder of src/, "ui/kit" of src/ui/kit, as a static library `depeche_ui_kit`. USES makes the arrows: they are
# public, since headers of one layer include those of the layers below. FOREIGN libraries stay private: their headers
# never appear in a header of ours. THROWS: the sources that a foreign library's exceptions pass; none leaves them.
# BUILD: only where this is true, e.g. for the browser; the arrows hold everywhere.
#
# The arrows are written here alone: depeche_write_arrows() leaves them for tests/layers, which holds the includes and the
# table of docs/architecture.md against them.
function(depeche_layer name)
  cmake_parse_arguments(LAYER "" "BUILD" "SOURCES;USES;FOREIGN;THROWS" ${ARGN})
  list(JOIN LAYER_USES " " uses)
  set_property(GLOBAL APPEND_STRING PROPERTY DEPECHE_ARROWS "${name}: ${uses}\n")
  if(DEFINED LAYER_BUILD AND NOT LAYER_BUILD)
    return()
  endif()
  depeche_layer_target(target ${name})
  add_library(${target} STATIC ${LAYER_SOURCES})
  depeche_compile_settings(${target})
  depeche_exceptions(${target} ${LAYER_THROWS})
  foreach(used IN LISTS LAYER_USES)
    depeche_layer_target(used_target ${used})
    target_link_libraries(${target} PUBLIC ${used_target})
  endforeach()
  target_link_libraries(${target} PRIVATE ${LAYER_FOREIGN})
endfunction()

# The target of a layer, in the variable `result`.
function(depeche_layer_target result name)
  string(REPLACE "/" "_" target "depeche_${name}")
  set(${result} ${target} PARENT_SCOPE)
endfunction()

# "layer: those it uses", a line each, into `file`. After all layers.
function(depeche_write_arrows file)
  get_property(arrows GLOBAL PROPERTY DEPECHE_ARROWS)
  file(CONFIGURE OUTPUT "${file}" CONTENT "${arrows}" @ONLY)
endfunction()
