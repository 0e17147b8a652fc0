import { isWord, phrases, tokensOf, type Token } from './tokens.ts';

const OPENINGS = phrases([
  ...['cho em hỏi', 'cho chị hỏi', 'cho tôi hỏi', 'cho mình hỏi', 'cho cô hỏi', 'cho hỏi', 'em hỏi', 'tôi hỏi', 'mình hỏi', 'xin hỏi', 'hỏi em', 'hỏi chút', 'hỏi tí', 'muốn hỏi', 'em muốn hỏi', 'chị muốn hỏi'],
  ...['làm sao', 'làm thế nào', 'thế nào là', 'thế nào', 'tại sao', 'vì sao', 'sao lại', 'sao không', 'sao chưa', 'bao giờ', 'khi nào', 'lúc nào', 'bao nhiêu', 'bao lâu', 'mấy giờ', 'mấy ngày', 'có được', 'có phải', 'có cần', 'có nên', 'ai là', 'ai được', 'ai ký', 'ai kí', 'ai duyệt', 'ai có', 'ai phải', 'ai quyết', 'ai quyết định', 'ai chịu', 'ai làm', 'ai sẽ', 'ai công nhận', 'ai phụ trách', 'ai quản lý', 'ở đâu', 'thế ai', 'thế còn', 'thế bao', 'còn ai'],
]);
const ENDINGS = phrases([
  ...['gì', 'nào', 'ntn', 'như nao', 'làm sao', 'ra sao', 'thì sao', 'tại sao', 'vì sao', 'sao vậy', 'sao thế', 'bao nhiêu', 'bao lâu', 'bao giờ', 'ở đâu', 'tại đâu', 'mấy người', 'mấy ngày'],
  ...['là ai', 'ai ký', 'ai kí', 'ai duyệt', 'cho ai', 'của ai', 'gặp ai', 'hỏi ai', 'do ai', 'với ai', 'từ ai', 'bởi ai', 'những ai'],
  ...['được không', 'đc không', 'dc không', 'được ko', 'đc ko', 'dc ko', 'được k', 'đc k', 'dc k', 'phải không', 'đúng không', 'hay không', 'hay chưa'],
]);
/** Taken only with their marks: "ha", "nhi" and "may" end too many names. */
const MARKED_ENDINGS = ['hả', 'nhỉ', 'mấy'];
const TAILS = phrases(['ạ', 'em', 'ơi', 'vậy', 'thế', 'chị', 'với', 'nhé', 'đấy', 'a', 'ak']);
const NOT = ['không', 'ko', 'k', 'chưa', 'kg', 'hông'];
/** Words that open a title or a name rather than a question: "ai cũng …", phường Ái Quốc typed without marks. */
const NOT_WHO = ['cũng', 'quốc', 'ơi', 'cập'];

/**
 * Whether a text asks something: a question mark, or a question word where questions begin or end. A place, a name or
 * a title that only holds such a word ("Sao Đỏ", "Ái Quốc", "5 không, 3 sạch", a title in quotation marks) does not.
 */
export function looksLikeQuestion(text: string): boolean {
  if (/^\s*["“«'].*["”»']\s*$/su.test(text)) return false;
  if (/\?[\s"”)!.]*$/u.test(text)) return /[\p{L}\p{N}]/u.test(text);
  const tokens = tokensOf(text).filter((token) => token.kind !== 'sign' || ',:'.includes(token.text));
  const start = skipPolite(tokens);
  const words = tokens.slice(start);
  return words.length > 1 && (opens(words) || closes(words));
}

const POLITE = phrases(['dạ', 'thưa', 'em ơi', 'em', 'chị', 'à', 'ơi', 'ừ', 'vâng', 'thế', 'vậy', 'ạ', ',', 'em chào chị', 'chào em', 'chào chị']);
function skipPolite(tokens: Token[]): number {
  let at = 0;
  for (;;) {
    const found = OPENINGS(tokens, at) ? null : POLITE(tokens, at);
    if (!found) return at;
    at = found.next;
  }
}

function opens(words: Token[]): boolean {
  if (OPENINGS(words, 0)) return true;
  // "chi hoi 5" without marks is a chi hội.
  if (words[0]!.text === 'chị' && words[1]!.text === 'hỏi') return true;
  return isWord(words[0], 'ai') && words.length > 2 && !NOT_WHO.some((word) => isWord(words[1], word));
}

function closes(words: Token[]): boolean {
  let end = words.length;
  while (end > 2 && TAILS(words, end - 1) && !endsAt(words, end)) end--;
  return endsAt(words, end) || asksYesNo(words.slice(0, end));
}

const endsAt = (words: Token[], end: number): boolean =>
  [1, 2].some((length) => end - length >= (length === 1 ? 1 : 0) && ENDINGS(words, end - length)?.next === end) || MARKED_ENDINGS.includes(words[end - 1]?.text ?? '');

/** "có … không", "… được chưa"; but "5 không" counts and "nói không" is a slogan. */
function asksYesNo(words: Token[]): boolean {
  const last = words.at(-1);
  const before = words.at(-2);
  if (!last || !before || !NOT.some((word) => isWord(last, word)) || before.kind === 'number' || isWord(before, 'nói')) return false;
  if (isWord(last, 'chưa')) return words.length >= 3;
  return words.slice(0, -2).some((word) => isWord(word, 'có') || isWord(word, 'được') || isWord(word, 'cần') || isWord(word, 'phải'));
}
