import { fold } from '../../vietnamese/fold.ts';

const WRITTEN = /^(?:luc )?(\d{1,2}) ?(?:h|gio|g)? ?(\d{2}|ruoi)?(?: ?(sang|trua|chieu|toi))?(?: a)?$/;

/** A time of day as people type it ("9 giờ", "14h30", "08:00", "2 rưỡi chiều"), as 'HH:MM'; null when it is none. */
export function readClock(text: string): string | null {
  const found = WRITTEN.exec(fold(text));
  if (!found) return null;
  const [, hour = '', minute, part] = found;
  const later = (part === 'chieu' || part === 'toi') && Number(hour) < 12 ? 12 : part === 'trua' && Number(hour) < 4 ? 12 : 0;
  const [h, m] = [Number(hour) + later, minute === 'ruoi' ? 30 : Number(minute ?? 0)];
  return h < 24 && m < 60 ? `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` : null;
}
