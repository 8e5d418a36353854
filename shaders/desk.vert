#version 300 es
// Positions in physical pixels from the top left to clip space; colours to premultiplied alpha.
precision highp float;

uniform vec2 viewport;  // physical pixels

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texture_position;
layout(location = 2) in vec4 color;  // straight alpha

out vec2 fragment_texture_position;
out vec4 fragment_color;

void main() {
  fragment_texture_position = texture_position;
  fragment_color = vec4(color.rgb * color.a, color.a);
  gl_Position = vec4(position.x / viewport.x * 2.0 - 1.0, 1.0 - position.y / viewport.y * 2.0, 0.0, 1.0);
}
