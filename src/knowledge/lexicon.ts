import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../content.ts';
import { fold } from '../vietnamese/fold.ts';
import { sectionIds, type SectionId } from './entry.ts';
import { readHeard } from './heard.ts';
import { phraseOf, phraseTable, tokensOf, type PhraseTable, type Token } from './phrases.ts';

const text = z.string('cần chữ').min(1, 'không được để trống');
const list = z.array(text, 'cần danh sách');
const table = z.record(text, text, 'cần bảng "chữ tắt: nghĩa đầy đủ"');

const shape = z.strictObject({
  abbreviations: table,
  chat: table,
  padding: list,
  light: list,
  same: z.array(list.min(2, 'cần ít nhất hai cách nói'), 'cần danh sách'),
  sections: z.partialRecord(z.enum(sectionIds, `mục là một trong: ${sectionIds.join(', ')}`), list),
  frames: list,
  follow: list,
  smalltalk: list,
  others: list,
  tricks: list,
  strangers: z.record(text, list, 'cần bảng "chuyện: danh sách câu hỏi"'),
  topics: z.record(text, list, 'cần bảng "mã mục: danh sách chữ"'),
});

/** How people type and speak, from content/words.yaml, made ready for comparing. */
export interface Lexicon {
  /** Folded abbreviation → what it may stand for, the likeliest first. One that is also a syllable ("đa", "kn") counts only in capitals. */
  short: Map<string, Token[][]>;
  padding: PhraseTable<true>;
  /** Marked keys and folded forms of words too common to tell one question from another. */
  light: { keys: Set<string>; folded: Set<string>; phrases: PhraseTable<true> };
  /** A way of saying → the words of the one used for all. */
  same: PhraseTable<Token[]>;
  sections: PhraseTable<SectionId>;
  /** What is only asking around a name ("là gì", "cần gì"), and the cues of sections. */
  frames: PhraseTable<unknown>;
  follow: PhraseTable<true>;
  smalltalk: PhraseTable<true>;
  /** Small talk as it is typed, whole. */
  talk: string[];
  /** Other associations, unions and funds. */
  others: PhraseTable<true>;
  tricks: PhraseTable<true>;
  /** Questions for other offices, by what they are about. */
  strangers: string[][];
  /** Entry id → everyday words that lead to it. */
  topics: Map<string, string[]>;
  /** Every phrase of the file, for the vocabulary. */
  phrases: string[];
}

/** Reads `dir`/words.yaml and what is heard beside it. Throws ContentError with every fault. */
export function loadLexicon(dir: string): Lexicon {
  const words = readYaml(join(dir, 'words.yaml'), shape);
  const strangers = [...Object.values(words.strangers), readHeard(dir, 'strangers')].filter((questions) => questions.length > 0);
  const flags = (phrases: string[]) => phraseTable(phrases.map((phrase) => [phrase, true as const]));
  const [singles = '', ...phrases] = words.light;
  const light = phraseOf(singles);
  return {
    short: new Map([...Object.entries(words.chat), ...Object.entries(words.abbreviations)].map(([short, full]) => [fold(short).replace(/ /g, ''), full.split(' / ').map(tokensOf)])),
    padding: flags(words.padding),
    light: { keys: new Set(light.keys), folded: new Set(light.folded), phrases: flags(phrases) },
    same: phraseTable(words.same.flatMap(([first = '', ...others]) => [first, ...others].map((phrase) => [phrase, tokensOf(first)] as const))),
    sections: phraseTable(Object.entries(words.sections).flatMap(([id, cues]) => cues.map((cue) => [cue, id as SectionId] as const))),
    frames: flags([...words.frames, ...Object.values(words.sections).flat()]),
    follow: flags(words.follow),
    smalltalk: flags(words.smalltalk),
    talk: [...words.smalltalk, ...readHeard(dir, 'talk')],
    others: flags(words.others),
    tricks: flags(words.tricks),
    strangers,
    topics: new Map(Object.entries(words.topics)),
    phrases: [...Object.values(words.abbreviations), ...words.padding, ...words.same.flat(), ...Object.values(words.sections).flat(), ...words.frames, ...words.smalltalk, ...words.others, ...phrases, ...strangers.flat(), ...Object.values(words.topics).flat()],
  };
}
