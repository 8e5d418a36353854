// Text is never lost or doubled: random editing in a tab, beside a plain string that has the
// same done to it. DEPECHE_SOAK_ROUNDS sets how many actions.
//
// What a person undoes is known by the revision: that number's text was seen before. Everything else is done
// to the string in the simplest way there is.
#include <cstdlib>
#include <map>
#include <random>
#include <string>

#include "app/update.h"
#include "base/utf8.h"
#include "doctest/doctest.h"
#include "frontmatter/fences.h"
#include "frontmatter/front_matter.h"
#include "platform/headless/browser.h"
#include "platform/headless/screen.h"
#include "platform/tab.h"
#include "tests/platform/field_change.h"
#include "text/grapheme.h"

namespace depeche::platform {
namespace {

constexpr std::string_view kRelease =
    "---\ntitle: Un titre\ndate: 2026-01-02\ntags: []\n---\n\nUn premier paragraphe, avec **du gras**.\n\n"
    "![](/uploads/a.png)\n\n- un\n- deux\n\n> Une citation\n{: .citation}\n";

// A person at the keyboard: what the browser's field does, and what the tab makes of it.
class Writer {
 public:
  explicit Writer(unsigned seed)
      : engine_(seed), screen_({900, 600}), tab_(app::initial_model(), screen_, browser_) {
    tab_.dispatch(app::OpenFile{"soak.md", std::string(kRelease)});
    expected_ = kRelease;
    frame();
    remember();
  }

  // One thing that a person does; the name is for the failure's report.
  std::string_view act() {
    switch (pick(20)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        return type(word());
      case 5:
        return type("\n");  // as a phone's keyboard has it
      case 6:
      case 7:
        return compose();
      case 8:
        return correct();
      case 9:
        return press(ui::Key::kBackspace);
      case 10:
        return press(ui::Key::kDelete);
      case 11:
        return paste();
      case 12:
        return cut();
      case 13:
      case 14:
        return undo();
      case 15:
        return redo();
      case 16:
        return set_field();
      case 17:
        return fix();
      case 18:
        return click();
      default:
        return select();
    }
  }

  const std::string& expected() const { return expected_; }
  std::string_view actual() const { return state().text.bytes(); }
  // What has to be done to the one for the other.
  std::string difference() const {
    const Change change = Change::between(expected_, actual());
    if (change.empty()) return "";
    const Replacement& edit = change.replacements()[0];
    return "at " + std::to_string(edit.span.begin) + " there is '" + edit.text + "', not '" +
           std::string(edit.span.of(expected_)) + "'";
  }

 private:
  const editor::EditorState& state() const { return tab_.model().editor; }
  Span selected() const { return state().selection.span(); }
  std::size_t pick(std::size_t count) { return engine_() % count; }

  std::string word() {
    static constexpr std::string_view kWords[] = {
        "a",        "é", " ",       "mot ",       "«\u00A0oui\u00A0»", "\U0001F1EB\U0001F1F7",
        "👍🏽", "ñ", "e\u0301", "longuement", "\u202F;",           "日本"};
    return std::string(kWords[pick(std::size(kWords))]);
  }

  void frame() {
    time_ += pick(8) == 0 ? 1.5 : 0.05;  // a pause now and then
    tab_.draw(time_);
  }

  void take(const FieldChange& change) {
    browser_.change_field(change);
    tab_.change_field(change, time_);
    if (pick(2) == 0) frame();  // or several changes between two frames
  }

  std::uint32_t anchor() const { return static_cast<std::uint32_t>(browser_.field().anchor); }
  std::uint32_t head() const { return static_cast<std::uint32_t>(browser_.field().head); }

  void remember() { texts_.emplace(state().revision, expected_); }
  // The person has gone back or forth in the history.
  void recall() {
    const auto known = texts_.find(state().revision);
    expected_ = known == texts_.end() ? "a revision that never was" : known->second;
  }

  void replace(Span span, std::string_view text) {
    expected_ = expected_.substr(0, span.begin).append(text).append(expected_, span.end);
  }

  // The field's value changes: its units from `begin` to `end` become `text`, the caret after it.
  void change_field(std::uint32_t begin, std::uint32_t end, const std::string& text, bool composing) {
    const std::uint32_t head = begin + units(text);
    take(field_change(begin, end, text, head, head, composing));
  }

  // What the editor does more than a plain string (typing_test.cc) is not for here.
  bool in_marks_of_line() const {
    const std::string_view before = std::string_view(expected_).substr(0, selected().begin);
    return before.substr(before.rfind('\n') + 1).find_first_not_of(" \t>-+*#0123456789.)") ==
           std::string::npos;
  }
  bool in_empty_quote() const {
    const Offset caret = selected().begin;
    return expected_.substr(0, caret).ends_with("«\u00A0") && expected_.substr(caret).starts_with("\u00A0»");
  }

  std::string_view type(const std::string& text) {
    if (text == " " && in_empty_quote()) return "nothing";
    replace(selected(), text);
    change_field(std::min(anchor(), head()), std::max(anchor(), head()), text, false);
    remember();
    return "type";
  }

  // An input method: several tries, of which the last stays, or none.
  std::string_view compose() {
    const std::uint32_t begin = std::min(anchor(), head());
    std::uint32_t end = std::max(anchor(), head());
    Span typed = selected();
    for (std::size_t tries = 1 + pick(3); tries > 0; --tries) {
      const std::string text = pick(5) == 0 ? "" : word();
      replace(typed, text);
      typed.end = typed.begin + static_cast<Offset>(text.size());
      change_field(begin, end, text, true);
      end = begin + units(text);
      remember();
    }
    tab_.end_composition();
    frame();
    return "compose";
  }

  // A phone's keyboard corrects the word before the caret.
  std::string_view correct() {
    if (!selected().empty()) return type("x");
    const std::uint32_t caret = head();
    if (caret < 4) return "nothing";
    const std::string shown = browser_.field().text;
    const std::string text = word();
    const auto begin_byte = from_utf16(shown, Utf16Offset{caret - 2});
    const auto end_byte = from_utf16(shown, Utf16Offset{caret});
    if (static_cast<std::uint32_t>(to_utf16(shown, begin_byte)) != caret - 2) return "nothing";
    const std::uint32_t size = end_byte - begin_byte;
    replace({selected().begin - size, selected().begin}, text);
    change_field(caret - 2, caret, text, false);
    remember();
    return "correct";
  }

  std::string_view press(ui::Key key) {
    Span gone = selected();
    const bool backward = gone.empty() && key == ui::Key::kBackspace;
    if (backward && (in_marks_of_line() || in_empty_quote())) return "nothing";
    if (backward) gone.begin = static_cast<Offset>(previous_grapheme(expected_, gone.begin));
    if (gone.empty() && key == ui::Key::kDelete)
      gone.end = static_cast<Offset>(next_grapheme(expected_, gone.end));
    replace(gone, "");
    tab_.press_key({key, 0, {}});
    frame();
    remember();
    return key == ui::Key::kDelete ? "delete" : "backspace";
  }

  std::string_view paste() {
    // Several lines do not come into the front matter as they are (app/header_paste.h).
    const bool in_front_matter = selected().begin < frontmatter::find_fences(expected_).body.begin;
    const bool breaks_line = pick(2) == 0 && !in_front_matter;
    const std::string text = word() + (breaks_line ? "\nligne " : " ") + word();
    replace(selected(), text);
    tab_.dispatch(app::PasteText{text});
    frame();
    remember();
    return "paste";
  }

  std::string_view cut() {
    replace(selected(), "");
    tab_.dispatch(app::CopySelection{true});
    frame();
    remember();
    return "cut";
  }

  std::string_view undo() {
    tab_.dispatch(app::Undo{});
    frame();
    recall();
    return "undo";
  }
  std::string_view redo() {
    tab_.dispatch(app::Redo{});
    frame();
    recall();
    return "redo";
  }

  void replace_all(const std::vector<Replacement>& edits) {
    if (const auto change = Change::of(static_cast<Offset>(expected_.size()), edits))
      expected_ = change->apply(Text(expected_)).bytes();
  }

  std::string_view set_field() {
    const std::string value = word() + std::to_string(pick(100));
    const auto edits = frontmatter::set_field(Text(expected_), "title", value);
    if (edits) replace_all(*edits);
    tab_.dispatch(app::SetField{"title", value});
    frame();
    remember();
    return "set field";
  }

  std::string_view fix() {
    const std::vector<Diagnostic> found = tab_.derived().diagnostics(tab_.model());
    if (found.empty()) return "nothing";
    const std::size_t index = pick(found.size());
    if (found[index].fixes.empty()) return "nothing";
    const Fix& fix = found[index].fixes[0];
    replace_all(fix.edits);
    tab_.dispatch(app::ApplyFix{state().revision, fix});
    frame();
    remember();
    return "fix";
  }

  std::string_view click() {
    const auto x = static_cast<float>(40 + pick(380));
    const auto y = static_cast<float>(120 + pick(400));
    screen_.move_pointer(PointerKind::kMouse, {x, y});
    screen_.press_pointer(PointerKind::kMouse, 0, true);
    frame();
    screen_.press_pointer(PointerKind::kMouse, 0, false);
    frame();
    frame();
    return "click";
  }

  std::string_view select() {
    static constexpr ui::Key kKeys[] = {ui::Key::kLeft, ui::Key::kRight, ui::Key::kUp,
                                        ui::Key::kDown, ui::Key::kHome,  ui::Key::kEnd};
    const bool word = pick(2) == 0;
    for (std::size_t i = 1 + pick(4); i > 0; --i) {
      const ui::Key key = kKeys[pick(std::size(kKeys))];
      tab_.press_key({key, 0, {.control = word, .shift = pick(2) == 0, .word = word}});
      frame();
    }
    return "select";
  }

  static std::uint32_t units(const std::string& text) {
    return static_cast<std::uint32_t>(to_utf16(text, static_cast<Offset>(text.size())));
  }

  std::mt19937 engine_;
  HeadlessScreen screen_;
  HeadlessBrowser browser_;
  Tab tab_;
  double time_ = 0;
  std::string expected_;
  std::map<std::uint64_t, std::string> texts_;  // by revision
};

int rounds() {
  const char* named = std::getenv("DEPECHE_SOAK_ROUNDS");
  return named != nullptr ? std::atoi(named) : DEPECHE_SOAK_ROUNDS;
}

TEST_CASE("random editing keeps the text equal to a plain string") {
  Writer writer(2018);
  for (int round = 0; round < rounds(); ++round) {
    const std::string before(writer.actual());
    const std::string_view done = writer.act();
    CAPTURE(round);
    CAPTURE(done);
    CAPTURE(before);
    CAPTURE(writer.difference());
    REQUIRE(writer.actual() == writer.expected());
  }
}

}  // namespace
}  // namespace depeche::platform
