import { fold } from '../../vietnamese/fold.ts';
import { read, refuse, type Reading } from './reading.ts';

const yes = /^(?:da |vang |u |a )*(co|vang|da|u|uh|uhm|um|ok|oke|okay|yes|dung|phai|roi|dong y|duoc|chuan|dung roi|dung vay|co chu|co roi)(?: (a|nhe|em|roi|day|chu|vay))*$/;
const no = /^(?:da |a )*(khong|ko|k|khg|hong|kg|chua|chua co|khong co|sai|thoi|no|khong phai|ko co|ko phai|chua dung|khong dung)(?: (a|nhe|em|dau|ma))*$/;

/** "có", "dạ có ạ", "ok", "chưa", "ko". */
export function readYesNo(text: string): Reading<boolean> {
  const said = fold(text);
  if (no.test(said)) return read(false);
  return yes.test(said) ? read(true) : refuse('not-yes-no');
}

const commands: Record<string, RegExp> = {
  huy: /^(huy|huy bo|bo di|thoi bo|huy bao cao|thoi bo di)$/,
  trogiup: /^(tro giup|giup|help|giup toi|giup em|giup chi|huong dan)$/,
  back: /^(quay lai|lui|lui lai|truoc)$/,
  skip: /^(bo qua|khong co gi)$/,
  later: /^(de sau|lat nua|luu lai)$/,
  done: /^(xong|het roi|xong roi)$/,
};

/** A plain word that steers, typed without a slash; null for anything else. */
export function isCommandWord(text: string): string | null {
  const said = fold(text).replace(/ (a|nhe|em)$/, '');
  return Object.entries(commands).find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

const asksAtEnd = / (la gi|the nao|lam sao|ra sao|bao nhieu|o dau|khi nao|bao lau|bao gio|ai|gi|may|ntn|nhu the nao|khong|chua|sao|nao|ha|a|vay)$/;
const asksAtStart = /^(ai|khi nao|bao gio|lam sao|lam the nao|the nao|vi sao|tai sao|co duoc|co phai|bao nhieu|o dau|cho (em|toi|minh|chi) hoi|the (con|ai|bao|ho so|thi)|con .* thi sao|ho so gom|can (nhung )?(gi|giay)|muon hoi)( |$)/;

/** Whether a text asks something. A place, a title or a number does not, whatever word it ends with. */
export function looksLikeQuestion(text: string): boolean {
  const said = fold(text);
  if (/\?\s*$/.test(text)) return said.includes(' ');
  if (said.split(' ').length < 3) return asksAtStart.test(said) && said.includes(' ');
  return asksAtStart.test(said) || asksAtEnd.test(said.replace(/ (a|vay|nhi|the|em|ha)$/, ''));
}

export interface Option {
  id: string;
  label: string;
  also?: string[];
}

/** A choice by its number, its words or an unmistakable part of them. */
export function readChoice(text: string, options: Option[]): Reading<string> {
  const said = fold(text);
  if (said === '') return refuse('unclear');
  const number = /^(?:so |cai |cau |muc |chon |thu )*(\d{1,2})$/.exec(said);
  if (number) {
    const option = options[Number(number[1]) - 1];
    return option ? read(option.id) : refuse('unclear');
  }
  const named = options.map((option) => ({ id: option.id, names: [option.label, ...(option.also ?? [])].map(fold) }));
  const exact = named.filter(({ names }) => names.includes(said));
  const begins = named.filter(({ names }) => names.some((name) => ` ${name}`.includes(` ${said}`)));
  const [only, second] = exact.length > 0 ? exact : said.length >= 3 ? begins : [];
  if (only && second) return refuse<string>('ambiguous', [only.id, second.id]);
  return only ? read(only.id) : refuse('unclear');
}
