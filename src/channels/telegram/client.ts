import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { autoRetry } from '@grammyjs/auto-retry';
import { Api } from 'grammy';
import type { Limits } from './options.ts';

/** The Bot API, with a patience that fits what is asked. */
export interface Client {
  /** Sending and fetching: no retries of its own, since only the caller knows what may be repeated. */
  api: Api;
  /** Setting up: safe to repeat, so it is. */
  setup: Api;
  polling: Api;
  /** Where a file lies. Holds the token: never in a log or an error. */
  fileUrl(path: string): string;
  /** The server's name, for errors. */
  host: string;
}

export const TELEGRAM = 'https://api.telegram.org';

const SETUP_SECONDS = 30;
const POLL_MARGIN_SECONDS = 15;
/** Shorter than any server keeps an idle connection: writing into one it has just closed looks like an answer lost. */
const IDLE_MS = 10_000;

export function connect({ token, apiRoot = TELEGRAM }: { token: string; apiRoot?: string }, limits: Limits): Client {
  const root = apiRoot.replace(/\/+$/, '');
  const baseFetchConfig = { agent: agentFor(root) };
  const patient = (timeoutSeconds: number): Api => new Api(token, { apiRoot: root, timeoutSeconds, baseFetchConfig });
  const setup = patient(SETUP_SECONDS);
  // Its network retries know no limit, so they stay off.
  setup.config.use(autoRetry({ maxRetryAttempts: 2, maxDelaySeconds: 60, rethrowHttpErrors: true }));
  return {
    api: patient(limits.callSeconds),
    setup,
    polling: patient(limits.pollSeconds + POLL_MARGIN_SECONDS),
    fileUrl: (path) => `${root}/file/bot${token}/${path}`,
    host: new URL(root).host,
  };
}

function agentFor(root: string): HttpAgent {
  const keep = { keepAlive: true, timeout: IDLE_MS };
  return root.startsWith('https:') ? new HttpsAgent(keep) : new HttpAgent(keep);
}
