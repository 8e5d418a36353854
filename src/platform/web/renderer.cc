#include "platform/web/renderer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

#include "embedded/shaders.h"
#include "imgui.h"
#include "platform/web/imports.h"

namespace depeche::platform {
namespace {

// What is uploaded is what the border says of a vertex.
static_assert(sizeof(border::Vertex) == sizeof(ImDrawVert) &&
              offsetof(border::Vertex, x) == offsetof(ImDrawVert, pos) &&
              offsetof(border::Vertex, u) == offsetof(ImDrawVert, uv) &&
              offsetof(border::Vertex, color) == offsetof(ImDrawVert, col));

// The clip rectangle in whole pixels of the canvas.
void set_clip(border::DrawCall& call, const ImVec4& rectangle, const ImVec2& canvas) {
  const float left = std::max(0.0F, std::floor(rectangle.x));
  const float top = std::max(0.0F, std::floor(rectangle.y));
  const float right = std::min(canvas.x, std::ceil(rectangle.z));
  const float bottom = std::min(canvas.y, std::ceil(rectangle.w));
  call.clip_x = static_cast<std::int32_t>(left);
  call.clip_y = static_cast<std::int32_t>(top);
  call.clip_width = static_cast<std::int32_t>(std::max(0.0F, right - left));
  call.clip_height = static_cast<std::int32_t>(std::max(0.0F, bottom - top));
}

// Whether the second call's triangles follow the first's in every respect, so that one call draws both.
bool continues(const border::DrawCall& first, const border::DrawCall& second) {
  return first.texture == second.texture && first.clip_x == second.clip_x && first.clip_y == second.clip_y &&
         first.clip_width == second.clip_width && first.clip_height == second.clip_height &&
         first.first_index + first.index_count == second.first_index;
}

}  // namespace

Renderer::Renderer() {
  const std::string_view vertex = embedded::shaders::desk_vert;
  const std::string_view fragment = embedded::shaders::desk_frag;
  imports::renderer_start(vertex.data(), vertex.size(), fragment.data(), fragment.size());
}

void Renderer::render(const ImDrawData& data) {
  for (ImTextureData* texture : *data.Textures) serve_texture(*texture);
  collect(data);
  imports::render(vertices_.data(), vertices_.size(), indices_.data(),
                  indices_.size() * sizeof(std::uint32_t), calls_.data(), calls_.size());
}

void Renderer::restore() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_WantUpdates)
      texture->SetStatus(ImTextureStatus_WantCreate);
}

void Renderer::serve_texture(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      return;
    case ImTextureStatus_WantCreate:
      if (texture.TexID == ImTextureID_Invalid) texture.SetTexID(static_cast<ImTextureID>(++textures_made_));
      imports::texture_create(static_cast<std::int32_t>(texture.TexID), texture.Width, texture.Height,
                              texture.Pixels);
      texture.SetStatus(ImTextureStatus_OK);
      return;
    case ImTextureStatus_WantUpdates:
      for (const ImTextureRect& part : texture.Updates)
        imports::texture_update(static_cast<std::int32_t>(texture.TexID), part.x, part.y, part.w, part.h,
                                texture.Pixels, texture.Width);
      texture.SetStatus(ImTextureStatus_OK);
      return;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames == 0) return;  // still in this frame's draw lists
      imports::texture_destroy(static_cast<std::int32_t>(texture.TexID));
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      return;
  }
}

// WebGL has no base vertex: indices are counted from the first vertex of all lists, and one upload serves a
// frame.
void Renderer::collect(const ImDrawData& data) {
  vertices_.resize(static_cast<std::size_t>(data.TotalVtxCount) * sizeof(ImDrawVert));
  indices_.clear();
  calls_.clear();
  std::uint32_t first_vertex = 0;
  for (const ImDrawList* list : data.CmdLists) {
    std::memcpy(vertices_.data() + first_vertex * sizeof(ImDrawVert), list->VtxBuffer.Data,
                static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      border::DrawCall call{};
      set_clip(call, command.ClipRect, data.DisplaySize);
      if (command.ElemCount == 0 || call.clip_width == 0 || call.clip_height == 0) continue;
      call.texture = static_cast<std::int32_t>(command.GetTexID());
      call.first_index = static_cast<std::uint32_t>(indices_.size());
      call.index_count = command.ElemCount;
      const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
      const std::uint32_t base = first_vertex + command.VtxOffset;
      for (unsigned i = 0; i < command.ElemCount; ++i) indices_.push_back(base + index[i]);
      if (!calls_.empty() && continues(calls_.back(), call))
        calls_.back().index_count += call.index_count;
      else
        calls_.push_back(call);
    }
    first_vertex += static_cast<std::uint32_t>(list->VtxBuffer.Size);
  }
}

}  // namespace depeche::platform
