// The box she writes in, and the photos beside it.
import { keep, recall } from './memory.js';
import { photoTray } from './photos.js';

const at = (id) => document.getElementById(id);

/**
 * @param {{ settings: object, draft: string, say: (what: object, urls?: string[]) => void }} by `draft`: where unsent text is kept
 */
export function composer({ settings, draft, say }) {
  const { texts } = settings;
  const box = at('text');
  const fault = (text) => {
    at('fault').textContent = text;
    at('fault').hidden = text === '';
  };
  const tray = photoTray({ tray: at('tray'), texts, most: settings.mostPhotos, fault, changed: () => fit() });

  function fit() {
    at('send').disabled = box.value.trim() === '' && !tray.any();
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 2, 168)}px`;
  }

  function written(text) {
    box.value = text;
    keep(draft, text);
    fault('');
    fit();
  }

  function submit() {
    const text = box.value.trim();
    if (text.length > settings.textLimit) return fault(texts['web-too-long']);
    if (tray.any()) {
      const { files, urls } = tray.take();
      say({ text, photos: files }, urls);
    } else if (text) say({ text });
    written('');
    // Keeps the keyboard of a phone open between two messages.
    box.focus();
  }

  box.addEventListener('input', () => {
    keep(draft, box.value);
    fault('');
    fit();
  });
  box.addEventListener('keydown', (event) => {
    // While a Vietnamese keyboard is still composing a letter, Enter belongs to it; on a phone it begins a line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    submit();
  });
  at('write').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  at('photo').addEventListener('click', () => at('files').click());
  at('files').addEventListener('change', () => {
    const files = [...at('files').files];
    at('files').value = '';
    fault('');
    void tray.add(files);
  });
  written(recall(draft) || startCode());
  return { hasPhotos: () => tray.any() };
}

/** A link an officer sent (`/#ma=…`) brings its one-time code; she presses send herself. */
function startCode() {
  const code = new URLSearchParams(location.hash.slice(1)).get('ma') ?? '';
  if (code) history.replaceState(null, '', location.pathname);
  return /^[\w-]{4,20}$/.test(code) ? `/start ${code}` : '';
}
