import { createHash } from 'node:crypto';
import type { Envelope, Files, RenderedReply } from '../../../src/conversation/index.ts';
import { webChannel, webKeys, type KeptMessage, type MessageLog, type WebOptions } from '../../../src/channels/web/index.ts';

export const texts: Record<string, string> = Object.fromEntries(webKeys.map((key) => [key, `<${key}> "lời"`]));
export const NOW = new Date('2026-11-24T01:00:00Z');

const updateOf = (body: unknown): unknown => (typeof body === 'object' && body && 'update' in body ? body.update : undefined);

export function messageLog(): MessageLog & { rows: (KeptMessage & { account: string })[] } {
  const rows: (KeptMessage & { account: string })[] = [];
  return {
    rows,
    async append(account, sender, body, at) {
      const there = rows.find((row) => row.account === account && updateOf(body) !== undefined && updateOf(row.body) === updateOf(body));
      if (there) return { id: there.id };
      // As a database would keep it.
      const kept: unknown = JSON.parse(JSON.stringify(body));
      rows.push({ id: rows.length + 1, account, sender, body: kept, at });
      return { id: rows.length };
    },
    since: async (account, after) => rows.filter((row) => row.account === account && row.id > after),
    one: async (account, id) => rows.find((row) => row.account === account && row.id === id) ?? null,
  };
}

export function memoryFiles(): Files & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async put(bytes, mime) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return { hash, mime, bytes: bytes.length };
    },
    async read(hash) {
      return kept.get(hash)!;
    },
  };
}

export const said = (text: string, more: Partial<RenderedReply> = {}): RenderedReply => ({
  text,
  choices: [],
  photos: [],
  wantsContact: false,
  ...more,
});

/** A started web chat, what it handed over and what it logged; every turn is answered by `answer`. */
export async function chat(more: Partial<WebOptions> = {}, answer?: (envelope: Envelope) => Promise<void>) {
  const messages = messageLog();
  const files = memoryFiles();
  const heard: Envelope[] = [];
  const logged: unknown[] = [];
  const web = webChannel({
    files,
    messages,
    link: ({ hash, name }) => `https://hoi.example/files/${hash.slice(0, 8)}?name=${encodeURIComponent(name ?? '')}`,
    texts,
    log: (event, fields) => logged.push({ event, ...fields }),
    now: () => NOW,
    tick: () => 0,
    ...more,
  });
  await web.start(async (envelope) => {
    heard.push(envelope);
    await answer?.(envelope);
  });
  return { web, messages, files, heard, logged, phone: (cookie?: string) => phone(web.app, cookie) };
}

/** A browser: keeps its cookies and says where its page is from. */
export function phone(app: { request(path: string, init?: RequestInit): Response | Promise<Response> }, cookie = '') {
  const jar = new Map<string, string>();
  const keepCookie = (line: string): void => {
    const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line)!;
    jar.set(name!, value!);
  };
  if (cookie) keepCookie(cookie);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
    const response = await app.request(path, { ...init, headers });
    response.headers.getSetCookie().forEach(keepCookie);
    return response;
  };
  const json = (path: string, body: unknown): Promise<Response> =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    jar,
    ask,
    post: json,
    send: (body: unknown) => json('/chat/send', body),
    photos(id: string, photos: File[], text = '') {
      const form = new FormData();
      form.set('id', id);
      if (text) form.set('text', text);
      for (const photo of photos) form.append('photos', photo);
      return ask('/chat/send', { method: 'POST', body: form });
    },
    async messages(after = 0): Promise<Shown[]> {
      const answer: { messages: Shown[] } = JSON.parse(await (await ask(`/chat/messages?after=${after}`)).text());
      return answer.messages;
    },
  };
}

export interface Shown {
  id: number;
  at: string;
  sender: string;
  update?: string;
  bubbles: { text: string; photos: string[]; refused: string[]; document?: { name: string; url: string }; choices: unknown[] }[];
}

/** A promise that a test opens. */
export function gate() {
  const opening: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => { opening.open = resolve; });
  return { opened, open: () => opening.open!() };
}

let numbers = 0;
/** An id as a page makes it. */
export const newId = (): string => `id-${String(++numbers).padStart(24, '0')}`;

export const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 4, 5, 6]);
