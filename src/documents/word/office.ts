import { say } from '../../conversation/index.ts';
import { isBranch, type Unit } from '../../org/index.ts';
import type { Contents } from '../contents.ts';
import { inSentence, type Say } from '../words.ts';
import type { Block, Official } from './blocks.ts';
import type { Layout } from './layout.ts';

/** Heading, number, place, recipients and signature: what the roster and the units tell; the rest is left to the writer. */
export function officialForm({ unit, above, today, signers }: Contents, layout: Layout, words: Say): Omit<Official, 'about' | 'body'> {
  const office = (of: Unit): string[] => (isBranch(of) ? [of.name] : [words(say('word-office')), of.name]);
  const seat = isBranch(unit) ? above : unit;
  const year = today.slice(0, 4);
  return {
    above: above ? office(above) : [words(say('word-central'))],
    office: office(unit),
    number: words(say(isBranch(unit) ? 'word-number-branch' : 'word-number')),
    motto: [words(say('word-nation')), words(say('word-motto'))],
    placeAndDay: words(say('word-place-and-day', { place: seat ? placeOf(seat) : '[…]', month: String(Number(today.slice(5, 7))), year })),
    kind: words(say('word-report')),
    recipients: { head: words(say('word-recipients')), lines: recipients(above, words) },
    signature: signature(signers, layout, words),
  };
}

/** "Phường An Biên" → "An Biên". */
const placeOf = ({ name, kind }: Unit): string => (name.toLocaleLowerCase('vi').startsWith(`${kind} `) ? name.slice(kind.length + 1) : name);

const recipients = (above: Unit | null, words: Say): string[] => [
  above ? words(say(isBranch(above) ? 'word-recipient-branch' : 'word-recipient', { unit: inSentence(above.name) })) : words(say('word-recipient-central')),
  words(say('word-recipient-blank')),
  words(say('word-recipient-file')),
];

/** The first position of the layout that somebody on the roster holds; nobody known is left to the writer. */
function signature(signers: Contents['signers'], { signatures }: Layout, words: Say): Official['signature'] {
  for (const { title, lines } of signatures) {
    const signer = signers.find((one) => one.title === title);
    if (signer) return { lines, name: signer.name };
  }
  return { lines: [words(say('word-signer-blank'))], name: '[…]' };
}

export const blank = (words: Say): Block => ({ kind: 'text', text: words(say('word-blank')) });
