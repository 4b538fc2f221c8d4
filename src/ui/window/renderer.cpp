#include "ui/window/renderer.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include <GLES3/gl3.h>

#include "imgui.h"
#include "ui/kit/browser_glyphs.hpp"
#include "ui/kit/browser_sheets.hpp"

namespace weft::ui {
namespace {

constexpr auto vertex_source = R"(#version 300 es
uniform vec2 scale;
uniform vec2 white;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
out vec2 at;
out vec4 tint;
out float plain;
void main() {
  at = texel;
  tint = vec4(color.rgb * color.a, color.a);
  plain = texel == white ? 1.0 : 0.0;
  gl_Position = vec4(position * scale + vec2(-1.0, 1.0), 0.0, 1.0);
})";

// Most of a page is plain, and without a graphics card looking a texel up takes longer than all else. The
// corners of a triangle agree on that; to say so by `flat` would cost more where the graphics take it from
// another corner.
constexpr auto fragment_source = R"(#version 300 es
precision mediump float;
uniform sampler2D image;
in highp vec2 at;
in vec4 tint;
in float plain;
out vec4 result;
void main() {
  if (plain > 0.5) result = tint;
  else result = tint * textureLod(image, at, 0.0);
})";

GLuint compile(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

GLuint link() {
  const GLuint program = glCreateProgram();
  const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source);
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
  glAttachShader(program, vertex);
  glAttachShader(program, fragment);
  glLinkProgram(program);
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  return program;
}

GLuint name_of(ImTextureID id) { return static_cast<GLuint>(static_cast<std::intptr_t>(id)); }

/// OpenGL takes offsets into a buffer as pointers.
// NOLINTNEXTLINE(performance-no-int-to-ptr)
const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void attribute(GLuint index, GLint size, GLenum type, GLboolean is_fraction, std::size_t at) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, size, type, is_fraction, sizeof(ImDrawVert), offset(at));
}

void upload(ImTextureData& texture, const ImTextureRect& part) {
  weft_sheet_upload(&texture, part.x, part.y, part.w, part.h);
  texture.Updates.resize(0);
  texture.UpdateRect = {0xFFFF, 0xFFFF, 0, 0};
  texture.SetStatus(ImTextureStatus_OK);
}

void create_texture(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  for (const GLenum side : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
    glTexParameteri(GL_TEXTURE_2D, side, GL_LINEAR);
  for (const GLenum side : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
    glTexParameteri(GL_TEXTURE_2D, side, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               nullptr);
  texture.SetTexID(static_cast<ImTextureID>(name));
  open_sheet(texture);
  upload(texture,
         {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
}

// All changes at once, with what is between them: each upload by itself would have the browser look at the
// whole canvas again.
void upload_changes(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, name_of(texture.TexID));
  upload(texture, ImTextureRect(texture.UpdateRect));
}

void delete_texture(ImTextureData& texture) {
  const GLuint name = name_of(texture.TexID);
  glDeleteTextures(1, &name);
  weft_sheet_close(&texture);
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

}  // namespace

void Renderer::create() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererName = "weft";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  program_ = link();
  scale_ = glGetUniformLocation(program_, "scale");
  white_ = glGetUniformLocation(program_, "white");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_WantUpdates)
      texture->SetStatus(ImTextureStatus_WantCreate);
  }
  drawn_.forget();
}

void Renderer::destroy() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    if (texture->TexID != ImTextureID_Invalid) delete_texture(*texture);
  glDeleteBuffers(1, &vertices_);
  glDeleteBuffers(1, &indices_);
  glDeleteVertexArrays(1, &vertex_array_);
  glDeleteProgram(program_);
}

void Renderer::update_texture(ImTextureData& texture) const {
  if (texture.Status == ImTextureStatus_WantCreate) create_texture(texture);
  if (texture.Status == ImTextureStatus_WantUpdates) upload_changes(texture);
  if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) delete_texture(texture);
}

void Renderer::set_up(const ImDrawData& data) const {
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glUseProgram(program_);
  glUniform2f(scale_, 2 / data.DisplaySize.x, -2 / data.DisplaySize.y);
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  glUniform2f(white_, white.x, white.y);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
}

void Renderer::draw_list(const ImDrawList& list, float height) const {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    if (command.UserCallback != nullptr || clip.z <= clip.x || clip.w <= clip.y) continue;
    glScissor(static_cast<int>(clip.x), static_cast<int>(height - clip.w), static_cast<int>(clip.z - clip.x),
              static_cast<int>(clip.w - clip.y));
    glBindTexture(GL_TEXTURE_2D, name_of(command.GetTexID()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                   offset(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

bool Renderer::update_textures(const ImDrawData& data) const {
  bool is_any_new = false;
  if (data.Textures == nullptr) return is_any_new;
  for (ImTextureData* texture : *data.Textures) {
    is_any_new = is_any_new || texture->Status != ImTextureStatus_OK;
    update_texture(*texture);
  }
  return is_any_new;
}

void Renderer::draw(const ImDrawData& data, unsigned background) {
  if (update_textures(data)) drawn_.forget();
  if (!drawn_.take(data, background)) return;
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(background);
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
  glClearColor(color.x, color.y, color.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  set_up(data);
  for (const ImDrawList* list : data.CmdLists) draw_list(*list, data.DisplaySize.y);
}

}  // namespace weft::ui
