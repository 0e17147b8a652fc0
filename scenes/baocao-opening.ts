import { looksLikeQuestion } from '../src/conversation/index.ts';
import { fold, unmark } from '../src/vietnamese/fold.ts';

/** "Báo cáo: …", "BC - …"; but "BC-2611-0006" is the code of a report. */
const PREFIX = /^\s*(?:em |chi |co |bac )?(?:xin )?(?:bao cao|bc)(?: (?:nhanh|hoat dong))?\s*[:\-–]\s*(?!\d{4}-?\d{4})/;

const WHEN = String.raw`(?:(?:sang|trua|chieu|toi) (?:nay|qua|hom|ngay|\d)|hom (?:qua|nay|kia)|ngay \d|\d{1,2}[/-]\d{1,2}|chu nhat|thu (?:hai|ba|tu|nam|sau|bay|\d)|vua roi)`;
/** "Báo cáo hôm qua …" without a colon; "báo cáo tháng 11" asks for something else. */
const WITH_DAY = new RegExp(String.raw`^\s*(?:em |chi |co |bac )?(?:xin )?(?:bao cao|bc) (?:em |chi )?(?=${WHEN}\b)`);

/** Whether the text says that it is a report. */
export function announces(text: string): boolean {
  const said = unmark(text.normalize('NFC'));
  return PREFIX.test(said) || (WITH_DAY.test(said) && !looksLikeQuestion(text));
}

/** What is reported, without the words that announce it. */
export function reported(text: string): string {
  const composed = text.normalize('NFC');
  const opening = PREFIX.exec(unmark(composed)) ?? WITH_DAY.exec(unmark(composed));
  return composed.slice(opening?.[0].length ?? 0).trim();
}

const DAY = new RegExp(String.raw`^(?:${WHEN})`);
const DONE = /\b(?:to chuc|ra quan|tang|trao|tham|hop|sinh hoat|ket nap|ra mat|tap huan|truyen thong|tuyen truyen|giai ngan|ban giao|giam sat)\b/;
const COUNT = /\b\d+ (?:nguoi|hoi vien|hv|chi em|chi|suat|phan qua|thanh vien|ho|dai bieu|luot)\b/;

/** "Hôm qua phường tổ chức truyền thông, 85 người dự": a day, something done, and a count; never a question. */
export function tellsOfWork(text: string): boolean {
  return DAY.test(unmark(text.normalize('NFC')).trim()) && DONE.test(fold(text)) && COUNT.test(fold(text)) && !looksLikeQuestion(text);
}
