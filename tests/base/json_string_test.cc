#include "base/json_string.h"

#include "doctest/doctest.h"

namespace depeche {
namespace {

TEST_CASE("strings are written as JSON has them") {
  struct Row {
    std::string_view text;
    std::string_view json;
  };
  const Row rows[] = {
      {"", R"("")"},
      {"État", R"("État")"},
      {R"(dit "oui" \ non)", R"("dit \"oui\" \\ non")"},
      {"a\nb\r\tc", R"("a\nb\r\tc")"},
      {std::string_view("\0\x1f\x7f", 3), R"("\u0000\u001f\u007f")"},
      {"\n", R"("\n")"},
      {"a\xFF", "\"a\uFFFD\""},
      {"</script>", R"("</script>")"},
  };
  for (const Row& row : rows) {
    std::string json = "[";
    append_json_string(json, row.text);
    std::string wanted = "[";
    wanted += row.json;
    CHECK(json == wanted);
  }
}

}  // namespace
}  // namespace depeche
