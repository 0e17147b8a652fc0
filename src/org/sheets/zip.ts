import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { SheetError } from './error.ts';
import { MAX_PART, MAX_PARTS, MAX_RATIO, MAX_UNPACKED, MEGABYTE, RATIO_COUNTS_FROM } from './limits.ts';

interface Part {
  packed: number;
  size: number;
  method: number;
  crc: number;
  at: number;
}

export interface Zip {
  has(name: string): boolean;
  /** Unpacks one part and checks it against what the archive declared. Throws `SheetError`. */
  read(name: string): Promise<Buffer>;
}

const inflate = promisify(inflateRaw);
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const bomb = (): SheetError => new SheetError('zip-bomb', { limit: String(MAX_UNPACKED / MEGABYTE) });
const damaged = (cause?: unknown): SheetError => new SheetError('damaged', {}, cause);

/** Reads an archive's directory without unpacking anything. Throws `SheetError` when it is no honest archive. */
export function openZip(bytes: Uint8Array): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = guarded(() => directory(buffer));
  return {
    has: (name) => parts.has(name),
    read: async (name) => {
      const part = parts.get(name);
      if (!part) throw damaged();
      return unpack(buffer, part);
    },
  };
}

/** Reading past the end of the file is damage, whatever field led there. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof SheetError ? error : damaged(error);
  }
}

function directory(buffer: Buffer): Map<string, Part> {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > MAX_PARTS) throw bomb();
  const parts = new Map<string, Part>();
  let at = buffer.readUInt32LE(end + 16);
  let unpacked = 0;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
    const part = readPart(buffer, at);
    const name = buffer.toString('utf8', at + 46, nameEnd);
    // Two parts of one name let two readers see two files.
    if (nameEnd > buffer.length || parts.has(name)) throw damaged();
    unpacked += part.size;
    packed += part.packed;
    // Parts that overlap in the file would add up to more than the file.
    if (unpacked > MAX_UNPACKED || packed > buffer.length) throw bomb();
    parts.set(name, part);
    at = nameEnd + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return parts;
}

function readPart(buffer: Buffer, at: number): Part {
  if (buffer.readUInt32LE(at) !== CENTRAL) throw damaged();
  if (buffer.readUInt16LE(at + 8) & 1) throw new SheetError('encrypted');
  const part = {
    method: buffer.readUInt16LE(at + 10),
    crc: buffer.readUInt32LE(at + 16),
    packed: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    at: buffer.readUInt32LE(at + 42),
  };
  if (part.size > RATIO_COUNTS_FROM && part.size > part.packed * MAX_RATIO) throw bomb();
  return part;
}

function findEnd(buffer: Buffer): number {
  const LONGEST_COMMENT = 0xffff;
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - LONGEST_COMMENT); at--) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

async function unpack(buffer: Buffer, part: Part): Promise<Buffer> {
  if (part.size > MAX_PART) throw bomb();
  const packed = guarded(() => packedBytes(buffer, part));
  const content = part.method === STORED ? packed : await inflated(packed, part.size);
  if (content.length !== part.size || crc32(content) !== part.crc) throw damaged();
  return content;
}

function packedBytes(buffer: Buffer, part: Part): Buffer {
  if (buffer.readUInt32LE(part.at) !== LOCAL) throw damaged();
  if (part.method !== STORED && part.method !== DEFLATED) throw damaged();
  const start = part.at + 30 + buffer.readUInt16LE(part.at + 26) + buffer.readUInt16LE(part.at + 28);
  if (start + part.packed > buffer.length) throw damaged();
  return buffer.subarray(start, start + part.packed);
}

async function inflated(packed: Buffer, size: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    // It declared less than it holds: the declared size was a lie.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw bomb();
    throw damaged(error);
  }
}

/** An archive of these parts, not compressed, in the order given. */
export function storeZip(parts: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const files: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const common = commonFields(content, nameBytes.length);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(CENTRAL);
    entry.writeUInt16LE(20, 4);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(entry, common, rest, nameBytes);
    files.push(local, common, nameBytes, content);
    at += 4 + common.length + nameBytes.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.reduce((sum, piece) => sum + piece.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...central, end]);
}

/** The 26 bytes that a part's own header and its line in the directory share. */
function commonFields(content: Buffer, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}
