import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { partsOf } from './multipart.ts';
import { isMethod, methods, type Method } from './schemas.ts';

/** One thing that goes wrong, once. `lost`: it is done, but the connection breaks before the answer. */
export type Fault = { code: number; description: string; retryAfter?: number } | 'lost' | 'no-answer' | 'html';

export interface Call {
  method: Method;
  params: Record<string, unknown>;
  /** Uploaded bytes by the name of their part. */
  files: Map<string, { filename: string; bytes: Buffer }>;
  /** By the clock of the test. */
  at: number;
  /** Telegram did it, whatever the bot was told. */
  done: boolean;
}

type Answer = { result: unknown } | { code: number; description: string; retryAfter?: number };

/** An update without its number. */
export type News = Record<string, unknown>;

type Update = News & { update_id: number };

/**
 * Telegram's server as far as this bot needs it, over real HTTP: it refuses unknown fields, broken HTML, people who
 * have not begun, and whoever does not keep the silence it asked for.
 */
export class StandIn {
  readonly token = '4242:made-up-token';
  readonly me = { id: 4242, is_bot: true as const, first_name: 'Trợ lý', username: 'hoi_test_bot' };
  readonly calls: Call[] = [];
  /** What no bot may do. */
  readonly violations: string[] = [];
  /** People who have pressed Start. */
  readonly started = new Set<number>();
  readonly blocked = new Set<number>();
  /** Files at Telegram, by their id. */
  readonly files = new Map<string, Uint8Array>();
  readonly #server: Server;
  readonly #faults: { method: Method; fault: Fault }[] = [];
  readonly #now: () => number;
  #waiting: Update[] = [];
  #silentUntil = -Infinity;
  #nextUpdate = 700;
  #wake: () => void = () => undefined;
  /** Updates the bot has let go of. */
  readonly confirmed: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  get root(): string {
    const { port } = z.object({ port: z.int() }).parse(this.#server.address());
    return `http://127.0.0.1:${port}`;
  }

  /** The next call of this method goes wrong; several faults come one after the other. */
  fail(method: Method, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ method, fault })));
  }

  /** Something for the bot to fetch. */
  arrive(news: News, id: number = this.#nextUpdate++): number {
    this.#waiting.push({ ...news, update_id: id });
    this.#wake();
    return id;
  }

  /** Messages that reached people, in order. */
  get sent(): Call[] {
    return this.calls.filter((call) => call.done && call.method.startsWith('send'));
  }

  of(method: Method): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    if (path.startsWith(`/file/bot${this.token}/`)) return this.#file(path.split('/').slice(3).join('/'), response);
    const method = path.split('/')[2] ?? '';
    if (path !== `/bot${this.token}/${method}`) return write(response, { code: 401, description: 'Unauthorized' });
    if (!isMethod(method)) {
      this.violations.push(`${method}: no such method`);
      return write(response, { code: 404, description: 'Not Found' });
    }
    await this.#call(method, body, request, response);
  }

  async #call(method: Method, body: Buffer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call: Call = { method, ...read(body, request.headers['content-type'] ?? ''), at: this.#now(), done: false };
    this.calls.push(call);
    const at = this.#faults.findIndex((one) => one.method === method);
    const fault = at < 0 ? null : this.#faults.splice(at, 1)[0]!.fault;
    if (fault === 'html') return void response.writeHead(502).end('<h1>Bad Gateway</h1>');
    if (typeof fault === 'object' && fault) return this.#refuse(fault, response);
    const gone = new Promise<void>((go) => response.on('close', go));
    const answer = await this.#answer(call, gone);
    call.done = 'result' in answer;
    if (fault === 'lost') return void request.socket.destroy();
    if (fault !== 'no-answer') write(response, answer);
  }

  #refuse(fault: Exclude<Fault, string>, response: ServerResponse): void {
    if (fault.retryAfter !== undefined) this.#silentUntil = this.#now() + fault.retryAfter * 1000;
    write(response, fault);
  }

  async #answer(call: Call, gone: Promise<void>): Promise<Answer> {
    const checked = methods[call.method].safeParse(call.params);
    if (!checked.success) {
      const why = `${call.method}: ${z.prettifyError(checked.error)}`;
      this.violations.push(why);
      return { code: 400, description: `Bad Request: ${why}` };
    }
    if (call.method === 'getUpdates') return { result: await this.#updates(call.params, gone) };
    if (call.method === 'getFile') return this.#fileInfo(String(call.params.file_id));
    if (call.method === 'getMe') return { result: this.me };
    return call.method.startsWith('send') ? this.#send(call) : { result: true };
  }

  #send({ method, params, files }: Call): Answer {
    const chat = Number(params.chat_id);
    if (this.#now() < this.#silentUntil) this.violations.push(`${method} during a silence that was asked for`);
    const missing = JSON.stringify(params).match(/attach:\/\/\w+/g)?.filter((one) => !files.has(one.slice(9))) ?? [];
    if (missing.length > 0) this.violations.push(`${method}: a file is missing`);
    if (this.blocked.has(chat)) return { code: 403, description: 'Forbidden: bot was blocked by the user' };
    if (chat > 0 && !this.started.has(chat)) return { code: 400, description: 'Bad Request: chat not found' };
    return { result: { message_id: this.calls.length, date: 0, chat: { id: chat, type: 'private' } } };
  }

  async #updates({ offset = 0, limit = 100, timeout = 0 }: { offset?: number; limit?: number; timeout?: number }, gone: Promise<void>): Promise<Update[]> {
    this.confirmed.push(...this.#waiting.filter((update) => update.update_id < offset).map((update) => update.update_id));
    this.#waiting = this.#waiting.filter((update) => update.update_id >= offset);
    if (this.#waiting.length === 0 && timeout > 0) await Promise.race([gone, new Promise<void>((go) => (this.#wake = go))]);
    return this.#waiting.slice(0, limit);
  }

  #fileInfo(id: string): Answer {
    const bytes = this.files.get(id);
    if (!bytes) return { code: 400, description: 'Bad Request: wrong file_id or the file is temporarily unavailable' };
    if (bytes.length > 20 * 1024 * 1024) return { code: 400, description: 'Bad Request: file is too big' };
    return { result: { file_id: id, file_unique_id: id, file_path: `photos/${id}` } };
  }

  #file(path: string, response: ServerResponse): void {
    const bytes = this.files.get(path.replace('photos/', ''));
    if (bytes) response.end(bytes);
    else response.writeHead(404).end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Uint8Array).parse(chunk));
  return Buffer.concat(chunks);
}

function read(body: Buffer, type: string): Pick<Call, 'params' | 'files'> {
  const files: Call['files'] = new Map();
  if (!type.startsWith('multipart/')) return { params: body.length > 0 ? z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString())) : {}, files };
  const params: Call['params'] = {};
  for (const { name, filename, bytes } of partsOf(body, type)) {
    if (filename === undefined) params[name] = value(bytes.toString());
    else files.set(name, { filename, bytes });
  }
  return { params, files };
}

/** In a form everything is text: numbers and objects are read as JSON. */
function value(text: string): unknown {
  try {
    return /^[[{]|^-?\d+$/.test(text) ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

function write(response: ServerResponse, answer: Answer): void {
  const refused = 'code' in answer;
  const parameters = refused && answer.retryAfter !== undefined ? { parameters: { retry_after: answer.retryAfter } } : {};
  const body = refused ? { ok: false, error_code: answer.code, description: answer.description, ...parameters } : { ok: true, result: answer.result };
  response.writeHead(refused ? answer.code : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
