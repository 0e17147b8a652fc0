import type { Capabilities } from './capabilities.ts';
import type { Choice, RenderedChoice, RenderedReply, Reply } from './reply.ts';
import type { Voice, Words } from './words.ts';

export interface RenderWith {
  words: Words;
  voice: Voice;
  capabilities: Capabilities;
  turn: number;
}

const DATA_LIMIT = 64;

/** Data of a button that opens a scene whenever it is pressed. */
export const actionData = (scene: string, args = ''): string => `!${scene}|${args}`;

/** The scene and its arguments behind such data, or null for a button of one question. */
export function readAction(data: string): { scene: string; args: string } | null {
  const bar = data.indexOf('|');
  return data.startsWith('!') && bar > 1 ? { scene: data.slice(1, bar), args: data.slice(bar + 1) } : null;
}

/** Data of a button of one question: the turn it was shown in and its place among that turn's choices. */
export const stepData = (turn: number, index: number): string => `${turn.toString(36)}.${index.toString(36)}`;

export function readStepData(data: string): { turn: number; index: number } | null {
  const found = /^([0-9a-z]{1,8})\.([0-9a-z]{1,3})$/.exec(data);
  return found ? { turn: parseInt(found[1]!, 36), index: parseInt(found[2]!, 36) } : null;
}

/** Every reply of a turn as the channel will send it: words filled in, choices numbered or as buttons, long texts cut. */
export function renderReplies(replies: Reply[], by: RenderWith): RenderedReply[] {
  let index = 0;
  let numbered = 0;
  return replies.flatMap((said) => {
    const one = by.capabilities.sharesContact ? said : (said.withoutContact ?? said);
    const choices = (one.choices ?? []).map((choice) => renderChoice(choice, index++, by));
    const listed = by.capabilities.buttons ? [] : listedChoices(choices, numbered, by);
    numbered += choices.filter((choice) => !choice.nav).length;
    return pieces(one, choices, listed, by);
  });
}

function renderChoice(choice: Choice, index: number, { words, voice, turn }: RenderWith): RenderedChoice {
  const data = choice.to ? actionData(choice.to.scene, choice.to.args) : stepData(turn, index);
  if (Buffer.byteLength(data) > DATA_LIMIT) throw new Error(`button data over ${DATA_LIMIT} bytes: ${choice.id}`);
  return { id: choice.id, label: words.render(choice.label, voice), data, nav: choice.nav ?? false };
}

function pieces(one: Reply, choices: RenderedChoice[], listed: string[], by: RenderWith): RenderedReply[] {
  const paragraphs = one.text.map((text) => by.words.render(text, by.voice));
  const parts = cut([...paragraphs, ...listed].join('\n\n'), by.capabilities.textLimit);
  return parts.map((text, at) => {
    const last = at === parts.length - 1;
    return {
      text,
      choices: last ? choices : [],
      photos: last ? (one.photos ?? []) : [],
      ...(last && one.document ? { document: one.document } : {}),
      wantsContact: last && by.capabilities.sharesContact && (one.wantsContact ?? false),
    };
  });
}

/** "1. …" lines for a channel without buttons, numbered through the whole turn, then the words that steer. */
function listedChoices(choices: RenderedChoice[], before: number, { words, voice }: RenderWith): string[] {
  const numbered = choices.filter((choice) => !choice.nav).map((choice, at) => `${before + at + 1}. ${choice.label}`);
  const steering = choices.filter((choice) => choice.nav).map((choice) => choice.label);
  const or = steering.length === 0 ? [] : [words.render({ key: 'common-or-type', args: { words: steering.join(' · ') } }, voice)];
  return [numbered.join('\n'), ...or].filter((part) => part !== '');
}

const BOLD = '**';

/** Cuts at a blank line, else a line, else a space, so that no piece is over the limit; bold ends and begins again with each piece. */
export function cut(text: string, limit: number): string[] {
  const parts: string[] = [];
  const room = limit - BOLD.length;
  let rest = text;
  while (rest.length > limit) {
    const at = ['\n\n', '\n', ' '].map((mark) => rest.lastIndexOf(mark, room)).find((place) => place > limit / 3) ?? splitAt(rest, room);
    const part = rest.slice(0, at).trimEnd();
    const open = part.split(BOLD).length % 2 === 0;
    parts.push(open ? `${part}${BOLD}` : part);
    rest = `${open ? BOLD : ''}${rest.slice(at).trimStart()}`;
  }
  return [...parts, rest];
}

/** One long word: never between the two stars of a bold mark, nor inside a letter of two units. */
function splitAt(text: string, room: number): number {
  const inside = text.slice(room - 1, room + 1) === BOLD || /[\uD800-\uDBFF]/.test(text.charAt(room - 1));
  return inside ? room - 1 : room;
}
