/**
 * Bytes as an address that holds them ("data:image/png;base64,…").
 * @param {Blob} blob its type becomes the address'
 * @returns {Promise<string>}
 */
export function dataAddress(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(/** @type {string} */ (reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
