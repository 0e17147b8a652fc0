import { groupBy } from '../collections.ts';
import type { ContentFault } from '../content.ts';
import { fold } from '../vietnamese/fold.ts';
import { plain, type Entry, type Line, type SectionId } from './entry.ts';
import type { Citation, SafetyCard } from './front.ts';

/** A figure as it was told: "xem xét trong **12 giờ**". */
interface Told {
  file: string;
  where: string;
  sentence: string;
  number: string;
  /** The word after it: giờ, ngày, %, hội… */
  unit: string;
  /** Every number of that unit in the sentence. */
  numbers: Set<string>;
  /** The telling words around, to know whether two sentences speak of one thing. */
  words: Set<string>;
  /** What the sentence was read in. */
  documents: Set<string>;
  /** An example under "Số liệu": another place has other figures. */
  example: boolean;
}

/**
 * How much of their words two sentences share when they speak of one thing. Two entries on one document repeat it in
 * their own words; elsewhere, and from step to step of one entry, other things are said in much the same words.
 */
const ALIKE = { entriesOnOneDocument: 0.4, elsewhere: 0.6 };
const FIGURE = /(?<![\p{L}\d/.,–-])(\d+(?:[.,]\d+)*(?:–\d+)?) ?(%|\p{Ll}+)/gu;
const END_OF_SENTENCE = /(?<=[.;?!])\s+/;
/** Words that say how a figure is meant, not what it is of. */
const LIMITS = new Set(fold('ít nhất nhiều tối thiểu đa không quá chậm từ đủ đến trong trên dưới hơn gần').split(' '));

/** No two places may give two figures of one thing: "xem xét trong 12 giờ" here and "… trong 24 giờ" there. */
export function lintFigures(entries: readonly Entry[], cards: readonly SafetyCard[]): ContentFault[] {
  const told = [...entries.flatMap(toldBy), ...cards.flatMap(toldByCard)];
  return [...groupBy(told, ({ unit }) => unit).values()].flatMap((same) =>
    same.flatMap((one, index) => {
      const other = same.slice(0, index).find((earlier) => contradicts(one, earlier));
      if (!other) return [];
      return [{ file: one.file, where: one.where, what: `"${one.sentence}" ghi ${one.number}, nơi khác ghi ${other.number}: "${other.sentence}" (${other.file}). Cùng một việc thì sửa cho khớp; hai việc khác nhau thì viết rõ từng việc` }];
    }),
  );
}

function contradicts(one: Told, other: Told): boolean {
  if (shared(one.numbers, other.numbers) > 0) return false;
  const oneDocument = shared(one.documents, other.documents) > 0;
  if (!oneDocument && (one.example || other.example)) return false;
  const both = shared(one.words, other.words);
  const alike = both / (one.words.size + other.words.size - both);
  return alike >= (oneDocument && one.file !== other.file ? ALIKE.entriesOnOneDocument : ALIKE.elsewhere);
}

const shared = (one: Set<string>, other: Set<string>): number => [...one].filter((item) => other.has(item)).length;

function toldBy(entry: Entry): Told[] {
  const documents = new Map(entry.sources.map((source) => [source.ref, documentOf(source)]));
  const told = (section: SectionId | null) => (line: Line): Told[] => {
    if (line.refs.length === 0) return [];
    const read = new Set(line.refs.flatMap((ref) => documents.get(ref) ?? []));
    return figuresIn(plain(line), { file: entry.file, where: `dòng ${line.at}`, documents: read, example: section === 'so-lieu' });
  };
  return [...entry.lead.flatMap(told(null)), ...entry.sections.flatMap(({ id, lines }) => lines.flatMap(told(id)))];
}

function toldByCard(card: SafetyCard): Told[] {
  const documents = new Set(card.sources.map(documentOf));
  return card.do.flatMap((step) => figuresIn(step, { file: 'content/safety.yaml', where: card.id, documents, example: false }));
}

const documentOf = ({ number, address, document }: Citation): string => number ?? address ?? document;

function figuresIn(text: string, from: Pick<Told, 'file' | 'where' | 'documents' | 'example'>): Told[] {
  return text.split(END_OF_SENTENCE).flatMap((sentence) => {
    const figures = [...sentence.matchAll(FIGURE)].map(([, number = '', unit = '']) => ({ number, unit }));
    const units = new Set(figures.map(({ unit }) => fold(unit)));
    const words = new Set(fold(sentence).split(/[^a-z]+/).filter((word) => word !== '' && !LIMITS.has(word) && !units.has(word)));
    return [...groupBy(figures, ({ unit }) => unit)].map(([unit, same]) => ({
      ...from,
      sentence,
      number: same.map(({ number }) => number).join(', '),
      unit,
      numbers: new Set(same.map(({ number }) => number)),
      words,
    }));
  });
}
