import type { ContentFault } from '../content.ts';
import { showDay } from '../time.ts';
import { fold } from '../vietnamese/fold.ts';
import type { AmountRow } from './amounts.ts';
import { allLines, plain, type Entry } from './entry.ts';
import type { Citation, SafetyCard } from './front.ts';

/** Rules on the numbers of documents and on money. */
export function lintNumbers(entries: readonly Entry[], amounts: readonly (AmountRow & { file: string })[], cards: readonly SafetyCard[]): ContentFault[] {
  return [...documentDays(entries, amounts, cards), ...entries.flatMap(bareMoney)];
}

/** A document has one day. A number without a year ("13/HD-ĐCT") is given out every year, so its name goes with it. */
function documentDays(entries: readonly Entry[], amounts: readonly (AmountRow & { file: string })[], cards: readonly SafetyCard[]): ContentFault[] {
  const cited = [
    ...entries.flatMap(({ file, sources }) => sources.map((source) => ({ file, source: source as Citation }))),
    ...amounts.map(({ file, source }) => ({ file, source })),
    ...cards.flatMap(({ sources }) => sources.map((source) => ({ file: 'content/safety.yaml', source }))),
  ];
  const said = cited.flatMap(({ file, source: { number, date, document } }) => (number && date ? [{ file, key: keyOf(number, document), number, day: date }] : []));
  return [...differing(said, ({ key }) => key, ({ day }) => day, ({ number }, day, other) => `${number} đề ngày ${showDay(day)}, nơi khác ghi ${showDay(other)}`), ...entries.flatMap(daysInWords)];
}

const keyOf = (number: string, document: string): string => (/\/\d{4}\//.test(number) ? number : `${number} ${fold(document)}`);

/** "Kế hoạch 220/KH-BTV ngày 16/04/2024" in a sentence agrees with the entry's own source of that number. */
function daysInWords(entry: Entry): ContentFault[] {
  const days = new Map(entry.sources.flatMap(({ number, date }) => (number && date ? [[number, date] as const] : [])));
  return allLines(entry).flatMap((line) =>
    [...plain(line).matchAll(/(\d+\/(?:\d{4}\/)?\p{Lu}{2}[\p{L}\d-]*) ngày (\d{2})\/(\d{2})\/(\d{4})/gu)].flatMap(([, number = '', day, month, year]) => {
      const own = days.get(number);
      const written = `${year}-${month}-${day}`;
      return own && own !== written ? [{ file: entry.file, where: `dòng ${line.at}`, what: `${number} ghi ngày ${showDay(written)}, trong sources ghi ${showDay(own)}` }] : [];
    }),
  );
}

function differing<T extends { file: string }>(said: readonly T[], keyOf: (one: T) => string, valueOf: (one: T) => string, tell: (one: T, value: string, other: string) => string): ContentFault[] {
  const first = new Map<string, T>();
  return said.flatMap((one) => {
    const other = first.get(keyOf(one));
    if (!other) first.set(keyOf(one), one);
    return other && valueOf(other) !== valueOf(one) ? [{ file: one.file, where: '', what: `${tell(one, valueOf(one), valueOf(other))} (${other.file})` }] : [];
  });
}

/** Money changes with the years: it stands in content/amounts. Figures of the past, told as such, stand under "Số liệu". */
function bareMoney(entry: Entry): ContentFault[] {
  const lines = [...entry.lead, ...entry.sections.filter(({ id }) => id !== 'so-lieu').flatMap((section) => section.lines)];
  return lines
    .filter((line) => /\d ?(?:đồng|nghìn|ngàn|triệu|tỷ)(?!\p{L})(?! người| hội viên| chí)/u.test(plain(line)))
    .map((line) => ({ file: entry.file, where: `dòng ${line.at}`, what: 'số tiền viết trong content/amounts rồi gọi {mã}; số đã qua thì đặt ở mục "Số liệu"' }));
}
