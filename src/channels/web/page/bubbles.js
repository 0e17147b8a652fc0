// Draws messages. Every text goes in as a text node.
import { parts } from './text.js';

const zone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });

export function el(tag, name = '', ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}

export function rich(text) {
  return parts(text).map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'bold') return el('strong', '', ...part.parts.map((inner) => (inner.kind === 'text' ? inner.text : anchor(inner))));
    return anchor(part);
  });
}

function anchor({ text, href }) {
  const made = el('a', '', text);
  made.href = href;
  if (!href.startsWith('tel:')) {
    made.target = '_blank';
    made.rel = 'noopener noreferrer';
  }
  return made;
}

/**
 * @param {{ id?: number, at: string, sender: string, update?: string, bubbles: object[] }} message
 * @param {{ texts: Record<string, string>, press: (choice: object) => void }} by
 */
export function messageElement(message, by) {
  const made = el('article', `message ${message.sender}`);
  made.append(el('h2', 'unseen', by.texts[message.sender === 'person' ? 'web-you' : 'web-bot']));
  for (const bubble of message.bubbles) made.append(...bubbleElements(bubble, message.sender, by));
  const foot = el('p', 'foot');
  foot.append(Object.assign(el('time', '', clock.format(new Date(message.at))), { dateTime: message.at }));
  // The time belongs to the words; what can be pressed stands last, nearest to the thumb.
  const last = made.lastElementChild;
  if (last.matches('.choices')) last.before(foot);
  else made.append(foot);
  return made;
}

function bubbleElements(bubble, sender, by) {
  const { texts } = by;
  const box = el('div', 'bubble');
  if (bubble.photos.length > 0) box.append(gallery(bubble.photos, texts));
  if (bubble.text) box.append(el('div', 'text', ...(sender === 'bot' ? rich(bubble.text) : [bubble.text])));
  for (const name of bubble.refused) box.append(el('div', 'refused', name));
  if (bubble.document) {
    const link = anchor({ text: bubble.document.name, href: bubble.document.url });
    link.className = 'document';
    link.append(el('span', '', texts['web-open-file']));
    box.append(link);
  }
  const made = box.childElementCount > 0 ? [box] : [];
  if (bubble.choices.length > 0) made.push(choices(bubble.choices, by));
  return made;
}

function gallery(urls, texts) {
  const made = el('div', urls.length === 1 ? 'gallery one' : 'gallery');
  for (const url of urls) {
    const image = el('img');
    image.src = url;
    image.alt = texts['web-photo-of-report'];
    image.loading = 'lazy';
    image.addEventListener('error', () => link.replaceChildren(el('span', 'gone', texts['web-photo-of-report'])));
    const link = anchor({ text: '', href: url });
    link.append(image);
    made.append(link);
  }
  return made;
}

/** Big buttons below each other; those that steer (back, skip) side by side. */
function choices(list, by) {
  const made = el('div', 'choices');
  const steer = el('div', 'steer');
  for (const choice of list) {
    const button = el('button', choice.nav ? 'choice nav' : 'choice', choice.label);
    button.type = 'button';
    button.addEventListener('click', () => by.press(choice));
    (choice.nav ? steer : made).append(button);
  }
  if (steer.childElementCount > 0) made.append(steer);
  return made;
}

/** A line with the day, when it is another than that of the message before. */
export function dayLine(at, before) {
  const name = day.format(new Date(at));
  if (before && day.format(new Date(before)) === name) return null;
  return el('p', 'day', name.charAt(0).toUpperCase() + name.slice(1));
}
