import { fold } from '../vietnamese/fold.ts';
import { mentions, type FormerUnit } from './former-mentions.ts';
import { KINDS } from './unit-name.ts';

/** Words that ask where a place is or was. */
const ASKING = new Set('gio nay dau nao gi gom cu nhap gop truoc moi sau thuoc'.split(' '));
/** Words around them that say nothing else. */
const AROUND = new Set(
  `bay hien tai la o ten ngay day kia do hoi xua sap xep sat sap hop nhat ghep ve vao voi thanh doi chuyen bao nhung cac may tu duoc co bi thi
  ha a nhi nhe vay the em chi co bac minh oi cho hoi muon biet tra giup don vi dia chi noi cho ban goi don`.split(/\s+/),
);
const KIND_WORDS = new Set(KINDS.flatMap(([words, kind]) => [...words.split(' '), ...kind.split(' ')]));

/**
 * Whether a text asks where a former commune has gone, or what one of today was made of, and nothing else: "xã Đoàn Lập giờ
 * là xã nào", "Lê Lợi, Ngô Quyền cũ". "Hội viên xã Đoàn Lập chuyển sinh hoạt thế nào" is another question.
 */
export function asksPlace(text: string, rows: readonly FormerUnit[]): boolean {
  const found = mentions(text, rows);
  const unit = found.find(({ place }) => place === 'unit') ?? found.find(({ place }) => place === 'district');
  if (!unit) return false;
  let left = ` ${fold(text)} `;
  for (const { folded } of found) left = left.replace(` ${folded} `, ' ');
  const words = left.split(' ').filter((word) => word !== '' && !KIND_WORDS.has(word));
  const asks = words.some((word) => ASKING.has(word));
  // A name alone may be anything ("hòa bình"); with its kind it is a place.
  return (asks || (unit.kind !== null && unit.place === 'unit')) && words.every((word) => ASKING.has(word) || AROUND.has(word));
}
