import { courtesy, lexicon, skip, tokensOf } from './tokens.ts';

export type CommandWord = 'huy' | 'back' | 'skip' | 'later' | 'done' | 'trogiup';

const all = (word: CommandWord, list: string[]): Record<string, CommandWord> => Object.fromEntries(list.map((phrase) => [phrase, word]));

const COMMANDS = lexicon<CommandWord>({
  ...all('huy', ['huỷ', 'hủy', 'huỷ bỏ', 'hủy bỏ', 'huỷ đi', 'hủy đi', 'huỷ báo cáo', 'hủy báo cáo', 'thôi bỏ', 'thôi bỏ đi', 'thôi huỷ', 'thôi hủy', 'bỏ đi', 'dừng', 'dừng lại', 'không làm nữa', 'thôi không làm nữa', 'cancel', 'stop']),
  ...all('back', ['quay lại', 'lùi', 'lùi lại', 'trở lại', 'về câu trước', 'câu trước', 'quay lại câu trước', 'back']),
  ...all('skip', ['bỏ qua', 'bỏ qua câu này', 'bỏ câu này', 'cho qua', 'để trống', 'skip']),
  ...all('later', ['để sau', 'lúc khác', 'lát nữa', 'tí nữa', 'lưu lại', 'để lúc khác']),
  ...all('done', ['xong', 'xong rồi', 'hết rồi', 'đủ rồi', 'xong hết rồi', 'done']),
  ...all('trogiup', ['trợ giúp', 'giúp', 'giúp em', 'giúp chị', 'giúp với', 'giúp chị với', 'giúp em với', 'help', 'hướng dẫn', 'cứu']),
});

/** A plain word that steers, typed without a slash, alone but for courtesy: "dạ hủy ạ" → 'huy'. Null for all else. */
export function isCommandWord(text: string): CommandWord | null {
  const tokens = tokensOf(text);
  for (let at = 0, end = skip(tokens, 0, courtesy); at <= end; at++) {
    const found = COMMANDS(tokens, at);
    if (found && skip(tokens, found.next, courtesy) >= tokens.length) return found.value;
  }
  return null;
}
