// What the page's scripts do for the program: one declaration for each function that web/main.js provides (border.h).
//
// Strings are UTF-8, given as address and size, and are read before the call returns.
#pragma once

#include <cstddef>
#include <cstdint>

#include "platform/web/border.h"

namespace depeche::platform::imports {

extern "C" {

// Glyphs (web/screen/glyphs.js). A font is the number of a family at a weight, slant and size; a glyph is what it
// draws for the text of a cluster.
DEPECHE_IMPORT(font)
std::int32_t font(const char* family, std::size_t size, int weight, bool italic, float pixels,
                  border::FontExtent* extent);
DEPECHE_IMPORT(glyph_advance)
float glyph_advance(std::int32_t font, const char* cluster, std::size_t size);
// What kerning adds between two code points, in pixels.
DEPECHE_IMPORT(kerning)
float kerning(std::int32_t font, std::uint32_t left, std::uint32_t right);
// Draws a glyph, `shift` pixels right of where a pixel begins; glyph_pixels then writes its width * height
// premultiplied RGBA pixels.
DEPECHE_IMPORT(glyph)
void glyph(std::int32_t font, const char* cluster, std::size_t size, float shift,
           border::GlyphExtent* extent);
DEPECHE_IMPORT(glyph_pixels) void glyph_pixels(unsigned char* pixels);

// Renderer (web/screen/renderer.js). Textures are RGBA; `pixels` is the first of the whole texture.
DEPECHE_IMPORT(renderer_start)
void renderer_start(const char* vertex, std::size_t vertex_size, const char* fragment,
                    std::size_t fragment_size);
DEPECHE_IMPORT(texture_create)
void texture_create(std::int32_t texture, int width, int height, const unsigned char* pixels);
DEPECHE_IMPORT(texture_update)
void texture_update(std::int32_t texture, int x, int y, int width, int height, const unsigned char* pixels,
                    int texture_width);
DEPECHE_IMPORT(texture_destroy) void texture_destroy(std::int32_t texture);
DEPECHE_IMPORT(render)
void render(const void* vertices, std::size_t vertex_bytes, const void* indices, std::size_t index_bytes,
            const border::DrawCall* calls, std::size_t count);

// Pictures (web/documents/pictures.js): what is there for a path, and a texture of it or 0 (ui/kit/pictures.h).
DEPECHE_IMPORT(picture) void picture(const char* path, std::size_t size, border::PictureExtent* extent);
DEPECHE_IMPORT(picture_texture)
std::int32_t picture_texture(const char* path, std::size_t size, float width);

// The hidden text field: whether people write in it, what it holds and what is selected in it, in UTF-16
// units; the caret in CSS pixels.
DEPECHE_IMPORT(field)
void field(bool active, const char* text, std::size_t size, std::uint32_t anchor, std::uint32_t head);
DEPECHE_IMPORT(caret) void caret(float x, float y, float height);

// Whether the Tab key at the caret goes to the program, or leaves the field.
DEPECHE_IMPORT(keep_tab) void keep_tab(bool kept);

// The parallel DOM (web/mirror/mirror.js): its text fields have changed and must be up to date on return; and the
// node that gets the keyboard.
DEPECHE_IMPORT(fields_changed) void fields_changed();
DEPECHE_IMPORT(focus) void focus(const char* node, std::size_t size);

// The window (web/main.js). The pointer's shape is a CSS cursor.
DEPECHE_IMPORT(show_pointer) void show_pointer(const char* cursor, std::size_t size);
DEPECHE_IMPORT(title) void title(const char* text, std::size_t size);
DEPECHE_IMPORT(language) void language(const char* tag, std::size_t size);
DEPECHE_IMPORT(appearance) void appearance(bool dark);  // of what the page draws itself

// Effects (app/effect.h).
DEPECHE_IMPORT(download)
void download(const char* name, std::size_t name_size, const char* mime_type, std::size_t mime_type_size,
              const char* bytes, std::size_t size);
DEPECHE_IMPORT(save_page)
void save_page(const char* name, std::size_t name_size, const char* html, std::size_t size);
DEPECHE_IMPORT(print_page) void print_page();
DEPECHE_IMPORT(write_clipboard)
void write_clipboard(const char* text, std::size_t text_size, const char* html, std::size_t html_size,
                     bool markdown);
DEPECHE_IMPORT(read_clipboard) void read_clipboard(bool plain);
DEPECHE_IMPORT(pick_file) void pick_file();
DEPECHE_IMPORT(pick_folder) void pick_folder();
DEPECHE_IMPORT(draft_changed) void draft_changed(std::size_t size);  // of the draft, in bytes
DEPECHE_IMPORT(hold_document) void hold_document(const char* id, std::size_t size);
DEPECHE_IMPORT(ask_for_storage) void ask_for_storage();
DEPECHE_IMPORT(list_drafts) void list_drafts();
DEPECHE_IMPORT(fetch_draft) void fetch_draft(const char* id, std::size_t size);
DEPECHE_IMPORT(forget_drafts) void forget_drafts(const char* ids, std::size_t size);  // one a line
DEPECHE_IMPORT(forget_everything) void forget_everything();
DEPECHE_IMPORT(copy_link) void copy_link(const char* link, std::size_t size);
DEPECHE_IMPORT(clear_fragment) void clear_fragment();
DEPECHE_IMPORT(navigate) void navigate(const char* url, std::size_t size);
DEPECHE_IMPORT(announce) void announce(const char* text, std::size_t size);
DEPECHE_IMPORT(store_preference)
void store_preference(const char* name, std::size_t name_size, const char* value, std::size_t value_size);
}

}  // namespace depeche::platform::imports
