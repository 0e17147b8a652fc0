import type { RenderedReply } from '../conversation/index.ts';

/**
 * A conversation as a Union officer reads it, and as the tests replay it:
 *
 *   Chị Hoa: /baocao
 *   Bot: Chị báo cáo hoạt động nào ạ?
 *        [Truyền thông, tập huấn] [Thăm hỏi, hỗ trợ]
 */
const INDENT = '     ';

/** What one person typed or did; a text of several lines goes on indented. */
export const saidBy = (name: string, text: string): string => `${name}: ${indented(text)}`;

/** What the bot said. `to` names the person when it is not the one who wrote last. */
export function saidByBot(reply: RenderedReply, to: string | null, buttons: boolean): string {
  const extras = [
    ...(reply.photos.length > 0 ? [`(${reply.photos.length} ảnh)`] : []),
    ...(reply.document ? [`(tệp ${reply.document.name})`] : []),
    ...(reply.wantsContact ? ['(nút gửi số điện thoại của mình)'] : []),
    ...(buttons && reply.choices.length > 0 ? [reply.choices.map((choice) => `[${choice.label}]`).join(' ')] : []),
  ];
  return `${to === null ? 'Bot' : `Bot → ${to}`}: ${indented([reply.text, ...extras].join('\n'))}`;
}

/** What stands in the brackets after a name: the position and the unit, with the one above where a name repeats. */
export const place = (title: string, unit: string, above: string | null): string => `${title} Hội LHPN ${unit}${above === null ? '' : `, thuộc ${above}`}`;

const indented = (text: string): string => text.split('\n').map((line, at) => (at === 0 || line === '' ? line : `${INDENT}${line}`)).join('\n');

/** The first lines: what it is about, when, on which channel (Telegram unless said otherwise), and who takes part. */
export function header(script: { title: string; at: string; channel: string; cast: string[] }): string {
  const channel = script.channel === 'telegram' ? [] : [`Kênh: ${script.channel}`];
  return [`Kịch bản: ${script.title}`, `Lúc: ${script.at}`, ...channel, ...script.cast, ''].join('\n');
}
