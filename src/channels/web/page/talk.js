// The conversation on the page: each message once, in the order it came.
import { dayLine, el, messageElement } from './bubbles.js';

/**
 * @param {{ texts: Record<string, string>, press: (choice: object) => void, retry: (id: string) => void }} by
 */
export function talk(by) {
  const { texts } = by;
  const [log, scroll, newest, welcome] = ['log', 'scroll', 'newest', 'welcome'].map((id) => document.getElementById(id));
  /** Elements of what she said, by the id it was sent under. */
  const own = new Map();
  const seen = new Set();
  let lastId = 0;
  let lastAt = null;
  /** The past is drawn without scrolling through it. */
  let quiet = true;

  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const nearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 160;

  /** A long answer is read from its beginning; a short one with its buttons is seen whole. */
  function reveal(element) {
    const end = scroll.scrollHeight - scroll.clientHeight;
    scroll.scrollTo({ top: Math.min(end, element.offsetTop - 14), behavior });
  }

  function place(message) {
    welcome.hidden = true;
    const follow = nearEnd() || message.sender === 'person';
    const line = dayLine(message.at, lastAt);
    lastAt = message.at;
    const element = messageElement(message, by);
    // Two answers to one message may stand together: only a new question, or her own words, make the last one old.
    const newer = message.sender === 'person' || message.bubbles.some((bubble) => bubble.choices.length > 0);
    if (newer) for (const old of log.querySelectorAll('.choices:not(.old)')) old.classList.add('old');
    log.append(...(line ? [line] : []), element);
    if (message.update) own.set(message.update, element);
    if (quiet) return;
    if (follow) reveal(element);
    else newest.hidden = false;
  }

  function unsent(id, why) {
    const again = el('button', 'again', texts['web-unsent']);
    again.type = 'button';
    again.addEventListener('click', () => by.retry(id));
    return el('div', 'state', ...(why ? [el('p', '', why)] : []), again);
  }

  newest.addEventListener('click', () => scroll.scrollTo({ top: scroll.scrollHeight, behavior }));
  scroll.addEventListener('scroll', () => {
    if (nearEnd()) newest.hidden = true;
  });

  return {
    lastId: () => lastId,
    empty: () => log.childElementCount === 0,
    has: (id) => own.has(id),
    /** From the server, maybe more than once, maybe what is already shown as being sent. */
    receive(message) {
      if (seen.has(message.id)) return;
      seen.add(message.id);
      lastId = Math.max(lastId, message.id);
      if (!own.has(message.update)) place(message);
    },
    /** What she said just now; `urls` show its photos. */
    say: ({ id, at, text, label }, urls = []) =>
      place({ at, sender: 'person', update: id, bubbles: [{ text: label ?? text, photos: urls, refused: [], choices: [] }] }),
    /** `state`: 'sending', 'unsent' with why, or 'sent'. */
    mark(id, state, why) {
      const element = own.get(id);
      if (!element) return;
      element.querySelector('.state')?.remove();
      element.classList.toggle('unsent', state === 'unsent');
      if (state === 'sending') element.append(el('p', 'state', texts['web-sending']));
      if (state === 'unsent') {
        element.append(unsent(id, why));
        reveal(element);
      }
    },
    /** The past is drawn; from now on news is scrolled to and read aloud. */
    live() {
      quiet = false;
      scroll.scrollTop = scroll.scrollHeight;
      welcome.hidden = log.childElementCount > 0;
      requestAnimationFrame(() => { log.ariaLive = 'polite'; });
    },
  };
}
