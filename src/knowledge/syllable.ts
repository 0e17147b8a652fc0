import { remembered } from '../remembered.ts';
import { unmark } from '../vietnamese/fold.ts';

const ONSETS = new Set(
  ' b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '),
);
const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu ech enh i ich im in inh ip it iu ia iec iem ien ieng iep iet ieu ' +
    'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oe oen oeo oet u uc ui um un ung up ut uu ua uan uang ' +
    'uat uay uc ue uech uenh ui uo uoc uoi uom uon uong uop uot uou uy uya uych uyen uyet uyn uynh uyt uyu y yem yen yet yeu'
  ).split(' '),
);
const SPLIT = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(.*)$/;

/** Whether unmarked letters can be one Vietnamese syllable. `syllable` is folded. */
export const isSyllable = remembered((syllable: string): boolean => {
  const found = SPLIT.exec(syllable);
  if (!found) return false;
  const [, onset = '', rhyme = ''] = found;
  if (onset === 'gi' && (rhyme === '' || RHYMES.has(`i${rhyme}`))) return true;
  if (onset === 'qu' && (rhyme === '' || RHYMES.has(`u${rhyme}`))) return true;
  if (!ONSETS.has(onset) || !RHYMES.has(rhyme)) return false;
  // "ke", never "ko"; "co", never "ce": the same sound is written by its vowel.
  const front = /^[iey]/.test(rhyme);
  return front ? !['c', 'ng', 'g'].includes(onset) : !['k', 'gh', 'ngh'].includes(onset);
});

/**
 * The folded syllable behind Telex keys that a keyboard left undone: "hooij" → "hoi", "dduwowcj" → "duoc".
 * Null when the letters are no left-over Telex.
 */
export function undoTelex(word: string): string | null {
  if (!/^[a-z]{2,9}$/.test(word)) return null;
  const onset = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|dd|[bcdghklmnpqrstvx])?/.exec(word)![0];
  let rest = word.slice(onset.length);
  // w marks the u, o or a before it, even from the end of the syllable; alone it is ư.
  rest = rest.replace(/([uoa])w/g, '$1');
  rest = /[uoa]/.test(rest) ? rest.replace(/w/g, '') : rest.replace(/w/g, 'u');
  // Tone keys come after the vowel; before it the same letters are consonants.
  rest = rest.replace(/(?<=[aeiouy].*)[sfrxjz]/g, '').replace(/aa/g, 'a').replace(/ee/g, 'e').replace(/oo/g, 'o');
  const start = onset === 'dd' ? 'd' : onset;
  if (start === 'd' && rest.endsWith('d')) rest = rest.slice(0, -1);
  for (const whole of [start + rest, start + withoutLateVowel(rest)]) if (whole !== word && isSyllable(whole)) return whole;
  return null;
}

/** "viene" for "viên": the second vowel key typed at the end. */
function withoutLateVowel(rhyme: string): string {
  const last = rhyme.at(-1) ?? '';
  return /[aeo]/.test(last) && rhyme.slice(0, -2).includes(last) ? rhyme.slice(0, -1) : rhyme;
}

/** Letters of chat: "fải" → "phai", "wan" → "quan", "zậy" → "day". Null when it is none. */
export function undoChat(word: string): string | null {
  const whole = word.replace(/^f/, 'ph').replace(/^w/, 'qu').replace(/^z/, 'd').replace(/^j/, 'gi');
  return whole !== word && isSyllable(whole) ? whole : null;
}

/** The folded syllable behind VNI digits: "ho65i" → "hoi", "d9u7o7c5" → "duoc". Null when it is none. */
export function undoVni(word: string): string | null {
  if (!/^[a-z]+[0-9][a-z0-9]*$/.test(word)) return null;
  const letters = word.replace(/[0-9]/g, '');
  return isSyllable(letters) && /[aeiouy]\d|d9|[a-z]\d$/.test(word) ? letters : null;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A syllable with its marks, wherever the tone was put: "hoà" and "hòa" give the same key. Equal to `fold` when the
 * syllable carries no mark.
 */
export function markKey(word: string): string {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES)?.join('') ?? '';
  return (parts.replace(TONES, '') + tones).normalize('NFC');
}

interface Forms {
  f: string;
  key: string;
}

const formsOf = remembered((word: string): Forms => ({ f: unmark(word), key: markKey(word) }));

/** Folded and keyed forms of one written word. */
export const bothForms = (word: string): Forms => (/^[a-z0-9]+$/.test(word) ? { f: word, key: word } : formsOf(word));

/** A key without its tone: "đánh" and "đành" alike, "danh" not. */
export const tonelessOf = remembered((key: string): string => key.normalize('NFD').replace(TONES, '').normalize('NFC'));
