#version 300 es
// Textures hold premultiplied colours: coverage in all four channels for an ordinary glyph, its own colours for an
// emoji. Their product with the premultiplied tint is right for both.
precision mediump float;

uniform sampler2D atlas;

in vec2 fragment_texture_position;
in vec4 fragment_color;

out vec4 color;

void main() { color = fragment_color * texture(atlas, fragment_texture_position); }
