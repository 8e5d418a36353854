# DEPECHE_UNICODE_DATA: a folder with the Unicode Character Database, or empty where it cannot be had.
#
# Tests run Unicode's own test files out of it; tools/make_segmentation_tables.mjs makes our tables from it. The version
# is that of the tables: with a new one, both change.
include(Sources)

depeche_source(unicode_data OPTIONAL
  ARCHIVE unicode-data_15.1.0-1_all.deb
  SHA256 44d03e773a178dc46478b7b8348cd22ee856636138793cee26ff4d5050860995
  POOL main/u/unicode-data/unicode-data_15.1.0-1_all.deb)

set(DEPECHE_UNICODE_DATA "")
if(unicode_data_SOURCE_DIR)
  # Debian's package is an archive of archives.
  get_filename_component(package "${unicode_data_SOURCE_DIR}" DIRECTORY)
  set(DEPECHE_UNICODE_DATA "${package}/usr/share/unicode")
  if(NOT EXISTS "${DEPECHE_UNICODE_DATA}/UnicodeData.txt")
    file(ARCHIVE_EXTRACT INPUT "${package}/data.tar.xz" DESTINATION "${package}")
  endif()
endif()
