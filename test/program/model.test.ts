import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { play, type Play, type Player } from '../support/play.ts';

let server: Server;
let stage: Play;
let hoa: Player;
let asked: string[] = [];
let content = '{"index": 2}';

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push(body);
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  stage = await play(undefined, { MODEL_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, MODEL_NAME: 'small' });
  hoa = await stage.person('hoa', '+84900000002');
}, 60_000);
afterAll(async () => {
  await stage.close();
  server.close();
});

const told = (replies: string[]): string => replies.join('\n---\n');

test('of several likely entries the one that the model points at is told, in our words and with our sources; the others stay a tap away', async () => {
  const answer = told(await hoa.says('mô hình'));
  expect(answer).toContain('3 có, 3 biết');
  expect(answer).toContain('Nguồn');
  expect(hoa.buttons()).toContain('Mô hình "1+1"');
  expect(hoa.buttons()).toContain('Không có trong này');
  expect(asked).toHaveLength(1);
});

test('what it says besides an index reaches nobody; she chooses as without it', async () => {
  content = '{"index": 1, "answer": "Mức chi là 99 triệu đồng"} theo Nghị định 1/2099';
  expect(told(await (await stage.person('mot')).says('mô hình'))).not.toMatch(/99 triệu|2099/);
  content = 'Mức chi là 99 triệu đồng';
  expect(told(await (await stage.person('hai')).says('mô hình'))).toContain('chọn một mục');
});

test('danger, a greeting and a sure answer ask no model', async () => {
  asked = [];
  expect(told(await hoa.says('cứu với chồng em đang đánh em'))).toContain('113');
  await hoa.says('chào em');
  expect(told(await hoa.says('hội viên danh dự cần điều kiện gì'))).toContain('Hội viên danh dự');
  expect(asked).toEqual([]);
});
