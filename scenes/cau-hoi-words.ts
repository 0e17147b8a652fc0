import { lines, quote, say, type Text } from '../src/conversation/index.ts';
import { nearestTo, type Answered, type Group } from '../src/knowledge/index.ts';
import { dayOf, showDay } from '../src/time.ts';
import { entryText } from './procedure-words.ts';
import { inSentence, unionOf, type World } from './world.ts';

const SHOWN_TEXTS = 5;
const SHOWN_UNITS = 3;
const SHOWN_ENTRIES = 3;
const SHORT = 60;
/** A message is read on a phone: a long question is shown by its beginning. */
const LONG = 300;

const cutTo = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most + 1).replace(/\s+\S*$/, '')}…`.slice(0, most + 1));
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** A person's words: bold marks of hers would run into ours. */
const theirs = (text: string, most: number): string => cutTo(oneLine(text), most).replaceAll('*', '');

/** What she asked, short enough to be told again. */
export const askedText = (text: string): string => theirs(text, LONG);

/** One line of the list: its words, and how often it was asked. */
export const groupLabel = ({ questions }: Group): Text => {
  const text = theirs(questions[0]?.text ?? '', SHORT);
  return questions.length === 1 ? quote(text) : say('questions-item', { text, count: questions.length });
};

/** A group as an officer sees it: the words, when and where from, what was found near. Never who. */
export function groupText(group: Group, world: World): Text[] {
  const { questions } = group;
  const texts = [...new Set(questions.map(({ text }) => askedText(text)))].slice(0, SHOWN_TEXTS);
  const days = questions.map(({ at }) => dayOf(at)).toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const when = first === last ? say('questions-when', { count: questions.length, day: showDay(first) }) : say('questions-when-between', { count: questions.length, first: showDay(first), last: showDay(last) });
  return [lines([say('questions-one'), ...texts.map((text) => say('questions-text', { text }))]), lines([when, say('questions-where', { units: unitsOf(group, world) })]), ...whyOf(group, world)];
}

function unitsOf({ questions }: Group, world: World): Text {
  const ids = [...new Set(questions.map(({ unitId }) => unitId))];
  const names = ids.slice(0, SHOWN_UNITS).map((id): Text => (id === null ? say('questions-stranger') : quote(inSentence(world.tree.get(id)?.name ?? ''))));
  const listed = names.reduce((left, right) => say('questions-and', { left, right }));
  return ids.length > SHOWN_UNITS ? say('questions-more-units', { units: listed, count: ids.length - SHOWN_UNITS }) : listed;
}

/** Why it is here: nothing found, or what was told that she did not mean. */
function whyOf(group: Group, world: World): Text[] {
  const titles = nearestTo(group, SHOWN_ENTRIES).flatMap((id) => world.knowledge.content.entry(id)?.title ?? []);
  if (titles.length === 0) return [];
  const wrong = group.questions.some(({ outcome }) => outcome !== 'unknown');
  return [lines([say(wrong ? 'questions-told' : 'questions-near'), ...titles.map((title) => quote(`• ${title}`))])];
}

/** What the asker reads; the officer sees the same before it goes. */
export function answeredText({ text, answer, title, unitId }: Pick<Answered, 'text' | 'answer' | 'title' | 'unitId'>, world: World): Text[] {
  const question = say('answered-question', { text: askedText(text) });
  const by = { title, union: unionOf(unitId, world) };
  switch (answer.kind) {
    case 'words':
      return [question, say('answered-words', by), quote(answer.words), answer.source === null ? say('answered-own-view') : say('answered-source', { source: answer.source })];
    case 'entry': {
      const entry = world.knowledge.content.entry(answer.entryId);
      return entry && (entry.public || world.person.known) ? [question, say('answered-entry', by), ...entryText(entry, null, world)] : [question, say('ask-entry-gone')];
    }
    case 'not-ours':
      return [question, say('answered-not-ours', by)];
  }
}
