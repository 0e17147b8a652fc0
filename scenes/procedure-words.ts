import { groupBy } from '../src/collections.ts';
import { lines, quote, say, type Choice, type Text } from '../src/conversation/index.ts';
import { sectionFor, type Entry, type Line, type SafetyCard, type Section, type SectionId, type Source } from '../src/knowledge/index.ts';
import { showDay } from '../src/time.ts';
import type { World } from './world.ts';

/** An entry in one message: what was asked first, then its sources, their day, and how far they can be trusted. */
export function entryText(entry: Entry, asked: SectionId | null, world: World): Text[] {
  const shown = sectionFor(entry, asked);
  const section = entry.sections.find(({ id }) => id === shown) ?? null;
  const told = section ? [sectionText(section, world)] : [lines(entry.lead.map((line) => lineText(line, world))), ...firstSection(entry, world)];
  const used = section ? section.lines : [...entry.lead, ...(entry.sections[0]?.lines ?? [])];
  return [quote(`**${entry.title}**`), ...warnings(entry, world), ...told, ...sourcesText(entry, used), say('answer-checked', { day: showDay(entry.checked) })];
}

/** Without a section asked for, a short entry shows its first one too. */
function firstSection(entry: Entry, world: World): Text[] {
  const [first] = entry.sections;
  return first ? [sectionText(first, world)] : [];
}

/** A section of which every fact is of a secondary source says so once, in its heading. */
function sectionText({ heading, lines: own }: Section, world: World): Text {
  const facts = own.filter(({ refs }) => refs.length > 0);
  const once = facts.length > 1 && facts.every(({ secondary }) => secondary);
  const head = quote(`**${heading}**`);
  return lines([once ? say('answer-heading-secondary', { heading: head }) : head, ...own.map((line) => lineText(once ? { ...line, secondary: false } : line, world))]);
}

function lineText({ mark, parts, secondary }: Line, world: World): Text {
  const begin = mark === '-' ? '• ' : mark === '' ? '' : `${mark} `;
  const words = parts.map((part): Text => ('text' in part ? spoken(part.text) : amountText(part.amount, world)));
  return say(secondary ? 'answer-line-secondary' : 'answer-line', { begin, words: joined(words) });
}

/** An amount past its day is never shown as what holds. */
function amountText(id: string, world: World): Text {
  const found = world.knowledge.content.amount(id, world.today);
  switch (found.state) {
    case 'current':
      return quote(found.row.value);
    case 'future':
      return say('amount-future', { value: found.row.value, day: showDay(found.row.from ?? world.today) });
    case 'expired':
      return say('amount-expired', { value: found.row.value, day: showDay(found.row.to ?? world.today) });
    case 'absent':
      return say('amount-absent');
  }
}

/** "Chị" alone is the person spoken to; "chị em", "chị ấy", "một chị", "các chị" are others. */
const SPOKEN_TO = /(?<!\p{L}|một |các |mấy |những )(chị)(?!\p{L}| em| ấy)/giu;

/** Content is written to a "chị", and said to a "cô" or a "bác" as she is addressed. */
function spoken(written: string): Text {
  return joined(written.split(SPOKEN_TO).map((piece) => (piece === 'chị' ? say('answer-you') : piece === 'Chị' ? say('answer-you-first') : quote(piece))));
}

const joined = (texts: Text[]): Text => texts.reduce((left, right) => say('joined', { left, right }), quote(''));

function warnings(entry: Entry, world: World): Text[] {
  if (entry.status === 'superseded') return [say('answer-superseded', { by: entry.supersededBy ?? '' })];
  if (entry.status === 'expired' || (entry.validTo !== null && entry.validTo < world.today)) return [say('answer-expired', { when: entry.validTo ? say('answer-expired-when', { day: showDay(entry.validTo) }) : quote('') })];
  if (entry.status === 'unverified') return [say('answer-unverified')];
  return entry.status === 'no-source' ? [say('answer-no-source')] : [];
}

/** The sources of the lines shown, each document once with all its articles and addresses. */
function sourcesText(entry: Entry, shown: Line[]): Text[] {
  const refs = new Set(shown.flatMap((line) => line.refs));
  const used = entry.sources.filter((source) => refs.has(source.ref));
  const documents = [...groupBy(used, ({ document, number, date }) => [document, number, date].join('|')).values()];
  return documents.length === 0 ? [] : [lines([say('answer-sources'), ...documents.map(documentText)])];
}

function documentText(of: Source[]): Text {
  const [{ document, number, date }] = of as [Source];
  const parts = [...of.map(({ article }) => article), document, number];
  const addresses = [...new Set(of.flatMap(({ address }) => address ?? []))];
  return quote([`• ${[...new Set(parts)].filter((part) => part !== null).join(', ')}${date && !document.includes(showDay(date)) ? ` (${showDay(date)})` : ''}`, ...addresses].join('\n  '));
}

/** The other parts of an entry, and a way to say that it was not what she meant. */
export function entryChoices(entry: Entry, asked: SectionId | null, question: boolean): Choice[] {
  const shown = sectionFor(entry, asked) ?? entry.sections[0]?.id;
  const rest = entry.sections.filter((section) => section.id !== shown);
  return [
    ...rest.map((section) => ({ id: section.id, label: quote(section.heading), to: { scene: 'hoi', args: `s:${entry.id}:${section.id}` } })),
    ...(question ? [{ id: 'not-this', label: say(entry.status === 'no-source' ? 'answer-pass-on' : 'answer-not-this'), to: { scene: 'hoi', args: `x:${entry.id}` } }] : []),
  ];
}

/** A safety card: whom to call first, what to do, what not to do. */
export function cardText(card: SafetyCard): Text[] {
  const calls = card.call.map(({ number, who, when, note }) => say('safety-call', { number, who, when: when ? say('safety-when', { when }) : quote(''), note: note ? say('safety-note', { note }) : quote('') }));
  return [
    lines([quote(`🆘 **${card.title}**`), spoken(card.lead)]),
    lines([say('safety-calls'), ...calls]),
    lines([say('safety-do'), ...card.do.map((step, at) => spoken(`${at + 1}. ${step}`))]),
    lines([say('safety-avoid'), ...card.avoid.map((step) => spoken(`• ${step}`))]),
  ];
}
