// Photos chosen and not yet sent.
import { el } from './bubbles.js';

const LONGEST_SIDE = 2560;
const SMALL_ENOUGH = 3 * 1024 * 1024;

/**
 * @param {{ tray: HTMLElement, texts: Record<string, string>, most: number, fault: (text: string) => void, changed: () => void }} by
 */
export function photoTray({ tray, texts, most, fault, changed }) {
  let chosen = [];

  function draw() {
    tray.hidden = chosen.length === 0;
    const count = el('p', 'count', `${chosen.length} ${texts['web-photos-chosen']}`);
    tray.replaceChildren(...chosen.map(thumb), count);
    changed();
  }

  function thumb(one) {
    const image = el('img');
    image.src = one.url;
    image.alt = one.file.name;
    image.addEventListener('error', () => image.replaceWith(el('span', 'gone', one.file.name)));
    const remove = el('button', 'remove', '×');
    remove.type = 'button';
    remove.ariaLabel = `${texts['web-photo-remove']}: ${one.file.name}`;
    remove.addEventListener('click', () => {
      URL.revokeObjectURL(one.url);
      chosen = chosen.filter((other) => other !== one);
      draw();
    });
    return el('div', 'thumb', image, remove);
  }

  return {
    any: () => chosen.length > 0,
    async add(files) {
      const room = most - chosen.length;
      if (files.length > room) fault(texts['web-photo-many']);
      const taken = await Promise.all(files.slice(0, Math.max(0, room)).map(lighter));
      chosen.push(...taken.map((file) => ({ file, url: URL.createObjectURL(file) })));
      draw();
    },
    /** The photos, which are then no longer in the tray; their `urls` stay good for the bubble. */
    take() {
      const taken = chosen;
      chosen = [];
      draw();
      return { files: taken.map((one) => one.file), urls: taken.map((one) => one.url) };
    },
  };
}

/** A photo of a new phone would take minutes on a weak network; what cannot be drawn here goes as it is. */
async function lighter(file) {
  if (file.size <= SMALL_ENOUGH || !file.type.startsWith('image/')) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = el('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.87); });
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
