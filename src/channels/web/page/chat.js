// The page: puts its parts together.
import { composer } from './composer.js';
import { startDemo } from './demo.js';
import { keep, recall, recallList } from './memory.js';
import { news } from './news.js';
import { newId, outbox } from './outbox.js';
import { talk } from './talk.js';

const at = (id) => document.getElementById(id);
const settings = JSON.parse(at('settings').textContent);
const { texts } = settings;
const START = { text: '/start', label: texts['web-begin'] };

const enter = (role) => {
  keep('greet', role);
  location.reload();
};
const demo = settings.demo ? await startDemo(texts, enter) : { role: '' };
if (demo) await start(demo);

async function start({ role, clock }) {
  const log = talk({ texts, press: ({ data, label }) => say({ data, label }), retry: (id) => sending.retry(id) });
  const sending = outbox({
    kept: {
      read: () => recallList(`unsent:${role}`),
      write: (items) => keep(`unsent:${role}`, items.length > 0 ? JSON.stringify(items) : ''),
    },
    changed(item, state, why) {
      log.mark(item.id, state, why);
      // Where a proxy holds the stream back, the answer is fetched.
      if (state === 'sent') setTimeout(() => void server.catchUp(), 1_200);
    },
    failedText: texts['web-failed'],
  });
  const receive = (message) => {
    clock?.reach(message.at);
    log.receive(message);
  };
  const server = news({ after: log.lastId, receive, offline: at('offline') });

  function say(what, urls) {
    const item = { id: newId(), at: (clock?.now() ?? new Date()).toISOString(), ...what };
    log.say(item, urls);
    log.mark(item.id, 'sending');
    sending.add(item);
  }

  const box = composer({ settings, draft: `draft:${role}`, say });
  at('begin').addEventListener('click', () => say(START));
  window.addEventListener('online', () => sending.retryAll());
  window.addEventListener('beforeunload', (event) => {
    // Texts are kept on the phone; photos would be lost.
    if (box.hasPhotos() || sending.items().some((item) => item.photos)) event.preventDefault();
  });

  await server.catchUp();
  for (const item of sending.items()) {
    if (!log.has(item.id)) log.say(item);
    log.mark(item.id, 'sending');
  }
  log.live();
  server.listen();
  void sending.run();
  const greets = role && recall('greet') === role;
  keep('greet', '');
  if (greets && log.empty()) say(START);
}
