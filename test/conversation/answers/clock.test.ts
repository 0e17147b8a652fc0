import { expect, test } from 'vitest';
import { readClock } from '../../../src/conversation/index.ts';

test.each([
  ['9 giờ', '09:00'],
  ['9h', '09:00'],
  ['lúc 14h30 ạ', '14:30'],
  ['08:00', '08:00'],
  ['8 gio sang', '08:00'],
  ['2 giờ chiều', '14:00'],
  ['2 rưỡi chiều', '14:30'],
  ['1 giờ trưa', '13:00'],
  ['11 giờ trưa', '11:00'],
  ['7h tối', '19:00'],
])('"%s" is %s', (text, clock) => expect(readClock(text)).toBe(clock));

test.each(['25h', '9h75', 'sáng mai', '', '9 người', '14 giờ chiều mai'])('"%s" is no time of day', (text) => expect(readClock(text)).toBeNull());
