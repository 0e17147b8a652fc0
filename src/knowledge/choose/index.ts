/**
 * An optional language model (any OpenAI-compatible address) that may point at one of the entries already found. It never
 * writes a word that a person reads: sentences, sources and figures stay ours. Any failure is as if there were no model.
 */
import type { Found } from '../answer.ts';
import type { Content } from '../content.ts';
import { breaker } from './breaker.ts';
import { readResponse, requestBody } from './request.ts';

/** Which of the entries found is meant; null when unknown. A read: it changes nothing and never throws. */
export type Choose = (question: string, found: readonly Found[], now: Date) => Promise<Found | null>;

export interface Model {
  /** With or without /chat/completions. */
  url: string;
  name: string;
  key: string | undefined;
}

export interface ChooserDeps {
  fetch: typeof fetch;
  /** Told of a failure by its kind, never by a text. */
  failed(why: string): void;
  waitMs?: number;
}

const WAIT_MS = 3_000;

export function modelChooser(model: Model, content: Content, { fetch, failed, waitMs = WAIT_MS }: ChooserDeps): Choose {
  const rest = breaker();
  const address = model.url.replace(/\/+$/, '').replace(/(\/chat\/completions)?$/, '/chat/completions');
  const headers = { 'content-type': 'application/json', ...(model.key ? { authorization: `Bearer ${model.key}` } : {}) };
  return async (question, found, now) => {
    const offered = found.flatMap((one) => {
      const entry = content.entry(one.id);
      return entry ? [{ one, entry, section: one.section }] : [];
    });
    if (offered.length === 0 || rest.open(now)) return null;
    try {
      const response = await fetch(address, { method: 'POST', headers, body: requestBody(model.name, question, offered), signal: AbortSignal.timeout(waitMs), redirect: 'error' });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const at = readResponse(await response.json(), offered.length);
      rest.worked();
      return at === null ? null : offered[at]!.one;
    } catch (error) {
      rest.failed(now);
      failed((error as Error).name === 'TimeoutError' ? 'time-out' : (error as Error).message.startsWith('status ') ? (error as Error).message : 'unreadable');
      return null;
    }
  };
}
