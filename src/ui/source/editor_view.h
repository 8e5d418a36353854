// The source: the text as it is written, styled by what it means, with a caret and a selection.
//
// An editor of our own on layout/: with soft wrap, one paragraph for each row (source_rows.h). Only rows in
// sight are laid out, and they are kept until text, width or fonts change. It changes nothing itself: keys
// and pointer become actions.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/input.h"
#include "ui/kit/menu.h"
#include "ui/kit/reading.h"
#include "ui/kit/scroll_area.h"
#include "ui/source/source_rows.h"

namespace depeche::ui {

class EditorView {
 public:
  // What a change of the system's field asks for, `time` seconds after the start.
  app::TypeText type(const app::Model& model, app::Derived& derived, FieldEdit edit, double time);

  // Draws the source into `area` and says in `field` how the system's text field must be. `enabled` is false
  // while a dialog is open.
  void draw(Context& context, const app::Model& model, app::Derived& derived, const Input& input,
            const Rect& area, bool enabled, FieldState& field);

  // The menu of the source, if it is open.
  std::optional<OpenMenu> menu(Context& context, const app::Model& model) const;

  // Whether a finger put down here drags a handle of the selection instead of scrolling.
  bool has_handle_at(const Point& point) const;

  // Whether text may be dropped here.
  bool takes_text(const Point& point) const { return shown_ && scroll_.window().contains(point); }
  void hide() { shown_ = false; }  // until the next draw()

  // The fonts or the scale have changed.
  void reset_layout();

  // For the other pane to follow, and to follow it (ui/kit/reading.h). The next draw() does what follow() asks for.
  std::uint64_t moves() const { return scroll_.moves(); }
  Reading reading() const;
  void follow(const Reading& reading, bool at_once);

 private:
  struct Placed {  // a row and where its top left corner is on the canvas
    const layout::Paragraph* paragraph;
    Span span;
    float x, y;
  };
  // The unit by which a drag extends the selection.
  enum class Grain { kCharacter, kWord, kLine };
  // What became of a press on selected text: it waits for the pointer to move, carries the text, or was given up.
  enum class Carrying { kNothing, kWaits, kCarries, kGivenUp };

  void follow(Context& context, const app::Model& model, const app::Derived& derived, const Rect& area);
  RowChange follow_rows(const Text& text, const app::Derived& derived);
  float line_height_of(float line) const;
  void serve_reading();
  const layout::Paragraph& row(Context& context, const Release& release, std::size_t index);
  layout::ParagraphOptions row_options(Context& context, std::string_view line) const;
  float estimate(Context& context, std::size_t row) const;

  // The rows in sight, laid out.
  std::vector<Placed> place_rows(Context& context, const Release& release);
  Placed place(Context& context, const Release& release, std::size_t row);
  Rect caret_rect(Context& context, const Release& release, Offset offset);

  void take_key(Context& context, const editor::EditorState& state, const Release& release,
                const KeyPress& press, double time);
  std::optional<editor::Transaction> moved_by_key(Context& context, const editor::EditorState& state,
                                                  const Release& release, const KeyPress& press);
  std::optional<editor::Transaction> edited_by_key(Context& context, const editor::EditorState& state,
                                                   const Release& release, const KeyPress& press,
                                                   editor::TextKind kind);
  std::optional<editor::Transaction> moved_by_line(Context& context, const editor::EditorState& state,
                                                   const Release& release, float pixels, bool extend);
  std::optional<editor::Transaction> moved_sideways(Context& context, const editor::EditorState& state,
                                                    const Release& release, bool right,
                                                    const Modifiers& modifiers);
  // Where the visual line of `offset` ends, or begins.
  Offset edge_of_line(Context& context, const Release& release, Offset offset, bool end);
  void take_pointer(Context& context, const app::Model& model, const Release& release);
  std::optional<editor::Transaction> tapped(Context& context, const editor::EditorState& state,
                                            const Release& release, const Response& response);
  std::optional<editor::Transaction> pressed(Context& context, const editor::EditorState& state,
                                             const Release& release);
  std::optional<editor::Transaction> dragged(Context& context, const editor::EditorState& state,
                                             const Release& release);
  std::optional<editor::Transaction> carried(Context& context, const editor::EditorState& state,
                                             const Release& release, const Response& response);
  // `inset`: how far inside the window's edges the text begins to scroll.
  Offset offset_under_drag(Context& context, const Release& release, float x, float y, float inset = 0);
  bool is_on_selection(Context& context, const editor::EditorState& state, const Release& release, float x,
                       float y);
  void take_drag(Context& context, const app::Model& model, const Release& release, const TextDrag& drag);
  void take_secondary(Context& context, const app::Model& model, const Release& release);
  bool take_handles(Context& context, const app::Model& model, const Release& release);
  void open_menu(Context& context, const Rect& at, bool by_key);
  static void act(Context& context, editor::Transaction transaction, double time);
  float page_step(Context& context) const;
  static float line_step(Context& context);  // the height of a line of plain text
  Offset offset_at(Context& context, const Release& release, float x, float y);
  void reveal(Context& context, const Release& release, Offset offset);

  void follow_all(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);
  void serve_reveal(Context& context, const app::Model& model, const Release& release);
  void draw_rows(Context& context, const app::Model& model, app::Derived& derived);
  void draw_carets(Context& context, const Release& release, const Rect& caret, bool focused);
  void describe(Context& context, const Rect& area) const;
  static void tell_field(const app::Model& model, const Release& release, const Rect& caret,
                         FieldState& field);
  void draw_current_block(Context& context, std::span<const Placed> rows, Span block);
  void draw_selection(Context& context, std::span<const Placed> rows, Span selected, Offset text_size);
  void draw_matches(Context& context, std::span<const Placed> rows, std::span<const Span> matches,
                    Span selected);
  void draw_problems(Context& context, std::span<const Placed> rows, std::span<const Diagnostic> diagnostics);
  void draw_problem(Context& context, const Placed& placed, const Diagnostic& diagnostic, Span local);
  void explain_problem(Context& context, const Diagnostic& diagnostic, const Rect& rect);
  void draw_composition(Context& context, std::span<const Placed> rows, Span composed);
  void draw_handles(Context& context);
  void draw_caret(Context& context, const Rect& caret, bool focused);

  ScrollArea scroll_{"source"};
  std::optional<Reading> wanted_;
  bool at_once_ = false;
  SourceRows rows_;
  std::uint64_t revision_ = 0;                                                      // of their text
  std::unordered_map<std::size_t, std::shared_ptr<const layout::Paragraph>> laid_;  // of this revision
  app::DocumentId document_;                                                        // as last drawn
  markdown::Dialect dialect_ = markdown::Dialect::kKramdown;
  Rect column_;  // x and width of the text
  bool monospaced_ = false;
  bool started_ = false;
  std::uint64_t revealed_ = 0;   // app::Model::reveal as last served
  bool reveal_next_ = false;     // a key moved the caret
  std::optional<float> kept_x_;  // the x that moving up and down keeps to
  Offset kept_at_ = 0;           // as long as the caret is where that led
  Grain grain_ = Grain::kCharacter;
  Span grabbed_;  // what the drag began with
  Carrying carrying_ = Carrying::kNothing;
  float grabbed_x_ = 0, grabbed_y_ = 0;  // where the carried text was taken
  std::optional<Offset> drop_at_;        // where what is carried would go
  bool shown_ = false;
  bool caret_in_sight_ = false;    // in the last frame
  bool keeps_caret_ = false;       // it was, and is to stay so although the window is lower now
  bool selects_by_touch_ = false;  // the selection shows handles
  std::vector<Rect> handles_;      // where a finger grips those of the start and of the end
  float grip_y_ = 0;               // from the text to the finger that holds one
  Rect menu_at_;                   // what the menu is about
};

}  // namespace depeche::ui
