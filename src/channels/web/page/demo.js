// The demonstration: whom one plays, and its clock.
import { el } from './bubbles.js';

const zone = 'Asia/Ho_Chi_Minh';
const shown = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone, weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit',
});
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const at = (id) => document.getElementById(id);

const post = (path, body) =>
  fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

async function ask(path, body, texts) {
  try {
    const response = await post(path, body);
    const answer = await response.json();
    return response.ok ? answer : { error: answer.error ?? texts['web-failed'] };
  } catch {
    return { error: texts['web-failed'] };
  }
}

/** The first letter of the given name, which stands last, as a face. */
const initial = (name) => name.trim().split(/\s+/).at(-1).charAt(0).toUpperCase();

/**
 * Draws the demonstration around the chat. Resolves to the role under way, or waits until one is chosen (the page then
 * begins anew).
 * @param {Record<string, string>} texts
 * @param {(role: string) => void} entered
 */
export async function startDemo(texts, entered) {
  const { people, role, now } = await (await fetch('demo/people')).json();
  const me = people.find((one) => one.phone === role);
  drawPeople(people, role, texts, entered);
  at('switch').addEventListener('click', () => at('roles').showModal());
  at('roles-back').addEventListener('click', () => at('roles').close());
  if (!me) {
    // Without a role there is nothing behind this screen to go back to.
    at('roles').addEventListener('cancel', (event) => event.preventDefault());
    at('roles').showModal();
    return null;
  }
  at('roles-back').hidden = false;
  at('me-face').textContent = initial(me.label);
  at('me-label').textContent = me.label;
  at('me-detail').textContent = me.detail;
  at('demo').hidden = false;
  return { role, clock: startClock(now, texts) };
}

function drawPeople(people, role, texts, entered) {
  const cards = people.map((person) => {
    const words = el('span', 'who', el('strong', '', person.label), el('span', '', person.detail));
    const face = el('span', 'face', initial(person.label));
    face.ariaHidden = 'true';
    const card = el('button', person.phone === role ? 'role now' : 'role', face, words);
    card.type = 'button';
    if (person.phone === role) card.ariaCurrent = 'true';
    const take = async () => {
      const answer = await ask('demo/enter', { phone: person.phone }, texts);
      if (answer.error) at('roles-note').textContent = answer.error;
      else entered(person.phone);
    };
    card.addEventListener('click', () => void take());
    return card;
  });
  at('people').replaceChildren(...cards);
}

function startClock(now, texts) {
  let base = Date.parse(now);
  let since = performance.now();
  const current = () => new Date(base + performance.now() - since);
  const draw = () => {
    at('clock-now').textContent = shown.format(current());
    at('clock-day').min = isoDay.format(new Date(current().getTime() + 86_400_000));
  };
  const set = (iso) => {
    base = Date.parse(iso);
    since = performance.now();
    draw();
  };
  const buttons = [...document.querySelectorAll('#clock button')];
  const move = async (step) => {
    for (const button of buttons) button.disabled = true;
    at('clock-note').textContent = texts['web-clock-moving'];
    const answer = await ask('demo/clock', step, texts);
    if (answer.now) set(answer.now);
    at('clock-note').textContent = answer.error ?? '';
    for (const button of buttons) button.disabled = false;
  };
  for (const button of document.querySelectorAll('#clock [data-by]')) {
    button.addEventListener('click', () => void move({ by: button.dataset.by }));
  }
  at('clock-pick').addEventListener('submit', (event) => {
    event.preventDefault();
    void move({ day: at('clock-day').value });
  });
  at('clock').open = matchMedia('(min-width: 1000px)').matches;
  draw();
  setInterval(draw, 15_000);
  return {
    now: current,
    /** A message of that time has come: the clock is there, or was moved on another page. */
    reach(iso) {
      if (Date.parse(iso) > current().getTime()) set(iso);
    },
  };
}
