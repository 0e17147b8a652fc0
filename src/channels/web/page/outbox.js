// What she said and the server may not have yet: sent in order, each under one id however often it is tried.

const PAUSES = [1_500, 4_000];
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** 128 random bits; randomUUID would need https. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {{
 *   kept: { read: () => object[], write: (items: object[]) => void },
 *   changed: (item: object, state: 'sending' | 'unsent' | 'sent', why?: string) => void,
 *   failedText: string,
 * }} by
 */
export function outbox({ kept, changed, failedText }) {
  const items = kept.read().map((item) => ({ ...item, state: 'sending' }));
  let busy = false;
  // Photos are too big for what a page may keep.
  const save = () => kept.write(items.filter((item) => !item.photos).map(({ id, at, text, data, label }) => ({ id, at, text, data, label })));
  const mark = (item, state, why) => {
    item.state = state;
    changed(item, state, why);
  };

  async function run() {
    if (busy) return;
    busy = true;
    for (let item = next(); item; item = next()) await deliver(item);
    busy = false;
  }
  const next = () => items.find((item) => item.state === 'sending');

  async function deliver(item) {
    for (const pause of [...PAUSES, null]) {
      const result = await attempt(item);
      if (result.ok) {
        items.splice(items.indexOf(item), 1);
        save();
        return mark(item, 'sent');
      }
      if (result.final) return mark(item, 'unsent', result.why);
      if (pause === null) return giveUp(result.why);
      await wait(pause);
    }
  }

  /** What stands behind would fail alike, and must not overtake. */
  function giveUp(why) {
    for (const item of items) if (item.state === 'sending') mark(item, 'unsent', why);
  }

  async function attempt(item) {
    try {
      const response = await fetch('chat/send', { method: 'POST', ...request(item), signal: AbortSignal.timeout(item.photos ? 240_000 : 45_000) });
      const { error } = await response.json().catch(() => ({}));
      if (response.ok) return { ok: true };
      return { ok: false, final: response.status < 500, why: error ?? failedText };
    } catch {
      return { ok: false, final: false };
    }
  }

  return {
    items: () => [...items],
    add(item) {
      items.push({ ...item, state: 'sending' });
      save();
      void run();
    },
    retry(id) {
      const item = items.find((one) => one.id === id);
      if (item?.state !== 'unsent') return;
      mark(item, 'sending');
      void run();
    },
    retryAll() {
      for (const item of items) if (item.state === 'unsent') mark(item, 'sending');
      void run();
    },
    run,
  };
}

function request({ id, text, data, label, photos }) {
  if (!photos) {
    const body = data ? { id, data, label } : { id, text, ...(label ? { label } : {}) };
    return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  }
  const form = new FormData();
  form.set('id', id);
  if (text) form.set('text', text);
  for (const photo of photos) form.append('photos', photo, photo.name);
  return { body: form };
}
