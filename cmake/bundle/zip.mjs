/**
 * A ZIP archive (PKWARE's APPNOTE 6.3), the same bytes for the same files: no times, no attributes.
 */
import { deflateRawSync } from "node:zlib";

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 1 << 11;
const DEFLATE = 8;
/** 1980-01-01, the first day that a ZIP archive knows. */
const DATE = 0x21;

/**
 * @param {Map<string, Buffer>} files
 * @param {string} folder that holds them in the archive
 */
export function zip(files, folder) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const path = Buffer.from(`${folder}/${name}`);
    const packed = deflateRawSync(content, { level: 9 });
    const common = numbers([2, VERSION], [2, UTF8_NAMES], [2, DEFLATE], [2, 0], [2, DATE], [4, crc32(content)],
      [4, packed.length], [4, content.length], [2, path.length], [2, 0]);
    parts.push(numbers([4, LOCAL_HEADER]), common, path, packed);
    directory.push(numbers([4, CENTRAL_HEADER], [2, VERSION]), common,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = numbers([4, END], [2, 0], [2, 0], [2, files.size], [2, files.size], [4, listing.length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, listing, end]);
}

/**
 * Little-endian integers end to end.
 * @param {[number, number][]} fields size in bytes and value
 */
function numbers(...fields) {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; ++bit) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = CRC_TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return ~rest >>> 0;
}
