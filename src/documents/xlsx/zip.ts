import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, as pieces of text, so that a long one is never whole in memory. */
export interface Entry {
  name: string;
  text: Iterable<string>;
}

interface Packed {
  name: Buffer;
  crc: number;
  size: number;
  bytes: Buffer;
}

/** A zip archive. Packs off the main thread, piece by piece: others are served meanwhile. */
export async function zip(entries: Entry[]): Promise<Buffer> {
  const packed: Packed[] = [];
  for (const entry of entries) packed.push(await pack(entry));
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const one of packed) {
    const local = Buffer.concat([u32(0x04034b50), fields(one), one.name, one.bytes]);
    central.push(Buffer.concat([u32(0x02014b50), u16(20), fields(one), u16(0, 0, 0), u32(0, at), one.name]));
    parts.push(local);
    at += local.length;
  }
  const size = central.reduce((sum, one) => sum + one.length, 0);
  const end = [u32(0x06054b50), u16(0, 0, packed.length, packed.length), u32(size, at), u16(0)];
  return Buffer.concat([...parts, ...central, ...end]);
}

async function pack({ name, text }: Entry): Promise<Packed> {
  const deflate = createDeflateRaw();
  const bytes: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => bytes.push(piece));
  const finished = new Promise<void>((resolve, reject) => void deflate.on('end', resolve).on('error', reject));
  let crc = 0;
  let size = 0;
  for (const piece of text) {
    const chunk = Buffer.from(piece, 'utf8');
    crc = crc32(chunk, crc);
    size += chunk.length;
    if (!deflate.write(chunk)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await finished;
  return { name: Buffer.from(name, 'utf8'), crc, size, bytes: Buffer.concat(bytes) };
}

/** What a file's own header and its line in the directory share: version 2.0, names in UTF-8, deflated, 1 January 1980. */
const fields = ({ name, crc, size, bytes }: Packed): Buffer =>
  Buffer.concat([u16(20, 0x0800, 8, 0, 0x21), u32(crc, bytes.length, size), u16(name.length, 0)]);

function u16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => buffer.writeUInt16LE(value, at * 2));
  return buffer;
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => buffer.writeUInt32LE(value, at * 4));
  return buffer;
}
