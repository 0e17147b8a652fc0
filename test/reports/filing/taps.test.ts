import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, type Play, type Player } from '../../support/play.ts';
import { forms } from './forms.ts';

let stage: Play;
let hoa: Player;
beforeAll(async () => {
  stage = await play();
  hoa = await stage.person('hoa', '+84900000002');
}, 60_000);
afterAll(() => stage.close());

const MOST_TAPS = 8;
const STEPS = 20;

/** Buttons that give no answer, or less than there was to tell. */
const NEVER = ['← Quay lại', 'Bỏ qua', 'Bỏ qua cả phần sau', 'Không phối hợp'];

test.each(forms.activities)('$name is filed in at most eight taps and one typed line', async ({ name, questions }) => {
  let taps = 1; // the menu's button
  let typed = 0;
  let said = await hoa.says('/baocao');
  const done = () => said.some((text) => /✅.*BC-2611-\d{4}/.test(text));
  const tap = async (label: string) => {
    taps += 1;
    said = await hoa.presses(label);
  };
  if (!hoa.buttons().includes(name)) await tap('Loại khác…');
  await tap(name);
  for (let step = 0; step < STEPS && !done(); step += 1) {
    const offered = (...labels: string[]) => labels.find((label) => hoa.buttons().includes(label));
    const open = questions.find((question) => said.at(-1)!.includes(question.ask));
    const counted = (open?.type === 'number' || open?.type === 'money') && !open.optional;
    const answer = counted ? undefined : (offered('Bỏ qua cả phần sau', 'Bỏ qua', 'Gửi báo cáo', 'Không có ảnh', 'Khác, gửi báo cáo này') ?? hoa.buttons().find((label) => !NEVER.includes(label)));
    if (answer !== undefined) {
      await tap(answer);
      continue;
    }
    typed += 1;
    said = await hoa.says(open && 'example' in open ? open.example : '');
  }
  expect(done(), said.join('\n')).toBe(true);
  expect(taps).toBeLessThanOrEqual(MOST_TAPS);
  expect(typed).toBeLessThanOrEqual(1);
});
