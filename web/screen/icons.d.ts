/** Made at build time by cmake/bundle/icons.mjs from src/ui/draw/icons.h and npm's remixicon: the SVG path of each code point. */
export const icons: Readonly<Record<number, string>>;
