import { expect, test } from 'vitest';
import { findDate, findMoney, findNumber, isCommandWord, looksLikeQuestion, readChoice, readDate, readMoney, readNumber, readPhone, readYesNo } from '../../../src/conversation/answers/index.ts';

const day = { today: '2026-11-24' };
const readers: Record<string, (text: string) => unknown> = {
  readYesNo,
  readNumber: (text) => readNumber(text),
  readMoney,
  readDate: (text) => readDate(text, day),
  readPhone,
  readChoice: (text) => readChoice(text, [{ id: 'a', label: 'Truyền thông, tập huấn' }, { id: 'b', label: 'Khác' }]),
  findDate: (text) => findDate(text, day),
  findNumber: (text) => findNumber(text, { unit: 'người' }),
  findMoney,
  looksLikeQuestion,
  isCommandWord,
};
const odd = ['', ' ', '\n', '\u0000', '\u0301', '😊😊', '<b>85</b>', "'; DROP TABLE reports; --", '八十五', '٨٥', '½', '²', '1e9', 'NaN', '-', '/', '...', '20//11', '1..2', '(((', '😊'.repeat(1000)];
const long = ['1 ', 'ạ ', 'có ', '20/11 ', '- ', '1.', 'thứ hai ', 'số ', 'a', '(', 'hội viên ', 'không '].map((piece) => piece.repeat(Math.ceil(4096 / piece.length)).slice(0, 4096));

test.each(Object.entries(readers))('%s throws at nothing that a person or a stranger may send', (_, reader) => {
  for (const text of [...odd, ...long]) expect(() => reader(text), JSON.stringify(text.slice(0, 20))).not.toThrow();
});

test('nothing odd is taken for an answer', () => {
  for (const text of odd.filter((one) => !one.includes('85'))) {
    expect([readYesNo(text), readPhone(text), readChoice(text, [])].filter((read) => read.ok), JSON.stringify(text)).toEqual([]);
    expect(findDate(text, day), JSON.stringify(text)).toBeNull();
  }
});
