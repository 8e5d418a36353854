# depeche_layer(NAME SOURCES file... [USES layer-or-library...] [FOREIGN library...]
#               [THROWS source...])
#
# One folder of src/ as a static library `depeche_NAME`. USES makes the arrows of docs/architecture.md: they are
# public, since headers of one layer include those of the layers below. FOREIGN libraries stay private: their headers
# never appear in a header of ours. THROWS: the sources that a foreign library's exceptions pass; none leaves them.
function(depeche_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;USES;FOREIGN;THROWS" ${ARGN})
  add_library(depeche_${name} STATIC ${LAYER_SOURCES})
  depeche_compile_settings(depeche_${name})
  depeche_exceptions(depeche_${name} ${LAYER_THROWS})
  list(TRANSFORM LAYER_USES PREPEND depeche_)
  target_link_libraries(depeche_${name} PUBLIC ${LAYER_USES} PRIVATE ${LAYER_FOREIGN})
endfunction()
