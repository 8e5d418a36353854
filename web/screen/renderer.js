/**
 * Draws the program's triangles with WebGL 2 (src/platform/web/renderer.cc; docs/decisions/0005-renderer-in-the-page.md).
 *
 * One shader, one buffer of vertices and one of indices, filled anew for each frame; nothing is ever asked of WebGL, since
 * each question waits for the graphics process. A lost context comes back with `restored`: the program uploads its
 * textures again.
 */

import { DrawCall, Vertex } from "#border";

/** @typedef {{ vertex: string, fragment: string }} Shaders */

export class Renderer {
  #memory;
  #canvas;
  #gl;
  /** @type {Shaders | undefined} */
  #shaders;
  /** @type {Map<number, WebGLTexture | null>} */
  #textures = new Map();
  /** @type {WebGLUniformLocation | null} */
  #viewport = null;

  /**
   * Undefined where the browser has no WebGL 2.
   * @param {HTMLCanvasElement} canvas
   * @param {import("../program/memory.js").Memory} memory
   * @param {() => void} restored called when a lost context is there again
   */
  static create(canvas, memory, restored) {
    const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false, stencil: false });
    return gl ? new Renderer(canvas, gl, memory, restored) : undefined;
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {WebGL2RenderingContext} gl
   * @param {import("../program/memory.js").Memory} memory
   * @param {() => void} restored
   */
  constructor(canvas, gl, memory, restored) {
    this.#canvas = canvas;
    this.#memory = memory;
    this.#gl = gl;
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => {
      this.#textures.clear();
      this.#begin();
      restored();
    });
  }

  /**
   * The functions that the program calls; see src/platform/web/imports.h.
   * @returns {Pick<import("#border").Imports, "renderer_start" | "texture_create" | "texture_update" | "texture_destroy" |
   *   "render">}
   */
  get functions() {
    return {
      renderer_start: (vertex, vertexSize, fragment, fragmentSize) => {
        this.#shaders = {
          vertex: this.#memory.text(vertex, vertexSize),
          fragment: this.#memory.text(fragment, fragmentSize),
        };
        this.#begin();
      },
      texture_create: this.#createTexture.bind(this),
      texture_update: this.#updateTexture.bind(this),
      texture_destroy: this.#destroyTexture.bind(this),
      render: this.#render.bind(this),
    };
  }

  /** State that never changes while the context lives. */
  #begin() {
    const gl = this.#gl;
    if (!this.#shaders) return;
    const program = gl.createProgram();
    for (const [kind, source] of /** @type {const} */ ([
      [gl.VERTEX_SHADER, this.#shaders.vertex],
      [gl.FRAGMENT_SHADER, this.#shaders.fragment],
    ])) {
      const shader = gl.createShader(kind);
      if (!shader) return; // the context is lost again
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
    this.#viewport = gl.getUniformLocation(program, "viewport");

    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const [location, count, type, normalized, offset] of /** @type {const} */ ([
      [0, 2, gl.FLOAT, false, Vertex.fields.x.offset],
      [1, 2, gl.FLOAT, false, Vertex.fields.u.offset],
      [2, 4, gl.UNSIGNED_BYTE, true, Vertex.fields.color.offset],
    ])) {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, count, type, normalized, Vertex.size, offset);
    }
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
  }

  /**
   * @param {number} texture
   * @param {number} width
   * @param {number} height
   * @param {number} pixels
   */
  #createTexture(texture, width, height, pixels) {
    const gl = this.#gl;
    this.#destroyTexture(texture);
    this.#textures.set(texture, gl.createTexture());
    this.#bind(texture);
    // Glyphs stand at fractions of a pixel, since their advances are not rounded: taking texels whole keeps them sharp.
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    const bytes = this.#memory.bytes(pixels, width * height * 4);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  }

  /**
   * @param {number} texture
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {number} pixels of the whole texture
   * @param {number} textureWidth
   */
  #updateTexture(texture, x, y, width, height, pixels, textureWidth) {
    const gl = this.#gl;
    this.#bind(texture);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, textureWidth);
    const begin = pixels + (y * textureWidth + x) * 4;
    const bytes = this.#memory.bytes(begin, ((height - 1) * textureWidth + width) * 4);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  }

  /**
   * Makes a picture a texture, in the place of the one under that number. It is shown at its own size or stretched.
   * @param {number} texture
   * @param {ImageBitmap} bitmap with premultiplied colours
   */
  showPicture(texture, bitmap) {
    const gl = this.#gl;
    this.#destroyTexture(texture);
    this.#textures.set(texture, gl.createTexture());
    this.#bind(texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
  }

  /** @param {number} texture */
  dropPicture(texture) {
    this.#destroyTexture(texture);
  }

  /** @param {number} texture */
  #destroyTexture(texture) {
    this.#gl.deleteTexture(this.#textures.get(texture) ?? null);
    this.#textures.delete(texture);
  }

  /** @param {number} texture */
  #bind(texture) {
    this.#gl.bindTexture(this.#gl.TEXTURE_2D, this.#textures.get(texture) ?? null);
  }

  /**
   * @param {number} vertices
   * @param {number} vertexBytes
   * @param {number} indices
   * @param {number} indexBytes
   * @param {number} calls
   * @param {number} count
   */
  #render(vertices, vertexBytes, indices, indexBytes, calls, count) {
    const gl = this.#gl;
    const { width, height } = this.#canvas;
    gl.viewport(0, 0, width, height);
    gl.uniform2f(this.#viewport, width, height);
    gl.bufferData(gl.ARRAY_BUFFER, this.#memory.bytes(vertices, vertexBytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.#memory.bytes(indices, indexBytes), gl.STREAM_DRAW);
    let bound = 0;
    for (let i = 0; i < count; ++i) {
      const call = this.#memory.read(calls + i * DrawCall.size, DrawCall);
      if (call.texture !== bound) this.#bind((bound = call.texture));
      gl.scissor(call.clipX, height - call.clipY - call.clipHeight, call.clipWidth, call.clipHeight);
      gl.drawElements(gl.TRIANGLES, call.indexCount, gl.UNSIGNED_INT, call.firstIndex * 4);
    }
  }
}
