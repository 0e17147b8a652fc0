export interface Part {
  name: string;
  filename?: string;
  bytes: Buffer;
}

/** The parts of a multipart body, as Telegram reads them. Throws on anything odd. */
export function partsOf(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  if (!boundary) throw new Error('multipart without a boundary');
  const mark = `--${boundary}`;
  const pieces = body.toString('latin1').split(mark);
  if (pieces.at(-1)?.trim() !== '--') throw new Error('multipart without an end');
  return pieces.slice(1, -1).map(part);
}

function part(raw: string): Part {
  const at = raw.indexOf('\r\n\r\n');
  const head = Buffer.from(raw.slice(0, at), 'latin1').toString('utf8');
  const name = /[; ]name="([^"]+)"/.exec(head)?.[1];
  if (!name) throw new Error('a part without a name');
  const filename = /filename=(.*?)(?:;|\r\n|$)/.exec(head)?.[1];
  const bytes = Buffer.from(raw.slice(at + 4).replace(/\r\n$/, ''), 'latin1');
  return { name, bytes, ...(filename === undefined ? {} : { filename }) };
}
