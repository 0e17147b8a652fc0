import { expect, test } from 'vitest';
import { toHtml } from '../../../src/channels/telegram/html.ts';

test('what a person types is shown as she typed it, whatever signs it has', () => {
  expect(toHtml('<script>alert(1)</script> & "a" > b')).toBe('&lt;script&gt;alert(1)&lt;/script&gt; &amp; "a" &gt; b');
  expect(toHtml('&lt;b&gt;')).toBe('&amp;lt;b&amp;gt;');
});

test('words between two stars on each side are bold', () => {
  expect(toHtml('Mã **BC-2611-0001** đã **gửi**')).toBe('Mã <b>BC-2611-0001</b> đã <b>gửi</b>');
  expect(toHtml('**a < b**')).toBe('<b>a &lt; b</b>');
});

test.each(['2 ** 3 ** 4', '**', '****', 'một **nửa', '**hai\ndòng**'])('stars that enclose nothing stay stars: %j', (text) => {
  expect(toHtml(text)).toBe(text);
});
