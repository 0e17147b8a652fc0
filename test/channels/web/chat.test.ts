import { expect, test } from 'vitest';
import { SendError } from '../../../src/conversation/index.ts';
import { webChannel } from '../../../src/channels/web/index.ts';
import { chat, gate, memoryFiles, messageLog, newId, NOW, said, texts } from './make.ts';

test('what she types is handed over once, tidied, from an account that is not her secret', async () => {
  const { phone, heard } = await chat();
  const hoa = phone();
  const id = newId();
  expect((await hoa.send({ id, text: '  hoi vien danh du\u200b ' })).status).toBe(200);
  const account = heard[0]!.account;
  expect(heard).toEqual([
    { channel: 'web', account, chat: account, update: `${account}:${id}`, private: true, input: { kind: 'text', text: 'hoi vien danh du' } },
  ]);
  expect(account).toMatch(/^[0-9a-f]{32}$/);
  expect(hoa.jar.get('chat')).toMatch(/^[\w-]{22}$/);
  expect(account).not.toContain(hoa.jar.get('chat'));
});

test('letters typed in pieces arrive as whole letters', async () => {
  const { phone, heard } = await chat();
  await phone().send({ id: newId(), text: 'chị'.normalize('NFD') });
  expect(heard[0]!.input).toEqual({ kind: 'text', text: 'chị' });
});

test.each([
  ['/baocao', { kind: 'command', name: 'baocao', args: '' }],
  ['/BáoCáo  sáng 20/11', { kind: 'command', name: 'baocao', args: 'sáng 20/11' }],
  ['/start HP7K-3M9Q', { kind: 'command', name: 'start', args: 'HP7K-3M9Q' }],
  ['/ 5', { kind: 'text', text: '/ 5' }],
  ['20/11', { kind: 'text', text: '20/11' }],
])('%s is heard as what it is', async (text, input) => {
  const { phone, heard } = await chat();
  await phone().send({ id: newId(), text });
  expect(heard[0]!.input).toEqual(input);
});

test('a pressed button is handed over by its data and shown by its words', async () => {
  const { phone, heard } = await chat();
  const hoa = phone();
  await hoa.send({ id: newId(), data: '3.1', label: 'Hôm qua' });
  expect(heard[0]!.input).toEqual({ kind: 'button', data: '3.1' });
  expect((await hoa.messages())[0]).toMatchObject({ sender: 'person', at: NOW.toISOString(), bubbles: [{ text: 'Hôm qua' }] });
});

test('the same message sent again after a lost answer is one bubble and the same update', async () => {
  const { phone, heard } = await chat();
  const hoa = phone();
  const id = newId();
  const first = await (await hoa.send({ id, text: 'có' })).json();
  const again = await (await hoa.send({ id, text: 'có' })).json();
  expect(again).toEqual(first);
  expect(await hoa.messages()).toHaveLength(1);
  expect(new Set(heard.map((envelope) => envelope.update)).size).toBe(1);
});

test('two people whose pages happen to make the same id are two updates', async () => {
  const { phone, heard } = await chat();
  const id = newId();
  await phone().send({ id, text: 'một' });
  await phone().send({ id, text: 'hai' });
  expect(heard[0]!.update).not.toBe(heard[1]!.update);
});

test('an answer comes with its buttons, and nobody else sees it', async () => {
  const { web, phone } = await chat({}, async (envelope) => {
    const choices = [{ id: 'yes', label: 'Có', data: '1.0', nav: false }];
    await web.send(envelope, [said('Dạ **vâng** ạ.', { choices }), said('Còn gì nữa không ạ?')], 'answer');
  });
  const [hoa, lan] = [phone(), phone()];
  await hoa.send({ id: newId(), text: 'có' });
  const [, answer] = await hoa.messages();
  expect(answer).toMatchObject({
    sender: 'bot',
    bubbles: [{ text: 'Dạ **vâng** ạ.', choices: [{ label: 'Có', data: '1.0', nav: false }] }, { text: 'Còn gì nữa không ạ?', choices: [] }],
  });
  expect(await hoa.messages(answer!.id)).toEqual([]);
  expect(await lan.messages()).toEqual([]);
});

test('when a turn fails she is told, its reason is logged without her words, and sending again is heard again', async () => {
  let broken = true;
  const { phone, heard, logged } = await chat({}, async () => {
    if (broken) throw new Error('database away');
  });
  const hoa = phone();
  const id = newId();
  const failed = await hoa.send({ id, text: 'bí mật của tôi' });
  expect(failed.status).toBe(500);
  expect(await failed.json()).toEqual({ error: texts['web-failed'] });
  expect(JSON.stringify(logged)).toContain('database away');
  expect(JSON.stringify(logged)).not.toContain('bí mật');
  broken = false;
  expect((await hoa.send({ id, text: 'bí mật của tôi' })).status).toBe(200);
  expect(heard).toHaveLength(2);
  expect(await hoa.messages()).toHaveLength(1);
});

test.each([
  ['no id', { text: 'x' }],
  ['a short id', { id: 'abc', text: 'x' }],
  ['an id with a colon', { id: 'a:b'.repeat(10), text: 'x' }],
  ['nothing said', { id: 'x'.repeat(20), text: '   ' }],
  ['button data over 64 letters', { id: 'x'.repeat(20), data: 'd'.repeat(65), label: 'Có' }],
  ['a button without words', { id: 'x'.repeat(20), data: '1.0', label: '' }],
  ['a text that is no text', { id: 'x'.repeat(20), text: 5 }],
  ['more than was asked for', { id: 'x'.repeat(20), text: 'x', account: 'y' }],
  ['a list', []],
])('%s is refused and leaves nothing behind', async (_, body) => {
  const { phone, heard, messages } = await chat();
  const response = await phone().send(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: texts['web-bad-request'] });
  expect([heard, messages.rows]).toEqual([[], []]);
});

test('broken JSON and other kinds of body are refused', async () => {
  const { phone } = await chat();
  const send = (type: string): Promise<Response> =>
    phone().ask('/chat/send', { method: 'POST', headers: { 'content-type': type }, body: '{"id":' });
  expect((await send('application/json')).status).toBe(400);
  expect((await send('text/plain')).status).toBe(400);
});

test('a text that is too long is refused with a word on what to do', async () => {
  const { phone, heard } = await chat();
  const over = await phone().send({ id: newId(), text: 'a'.repeat(8_001) });
  expect([over.status, await over.json()]).toEqual([413, { error: texts['web-too-long'] }]);
  const far = await phone().send({ id: newId(), text: 'a'.repeat(70_000) });
  expect([far.status, await far.json()]).toEqual([413, { error: texts['web-too-long'] }]);
  expect((await phone().send({ id: newId(), text: 'a'.repeat(8_000) })).status).toBe(200);
  expect(heard).toHaveLength(1);
});

test('thirty messages in ten seconds pass, the next is asked to wait, other people are not held up', async () => {
  let at = 0;
  const { phone, heard } = await chat({ tick: () => at });
  const hoa = phone();
  await hoa.messages();
  for (let count = 0; count < 30; count++) await hoa.send({ id: newId(), text: 'a' });
  at = 4_000;
  const over = await hoa.send({ id: newId(), text: 'a' });
  expect([over.status, over.headers.get('retry-after'), await over.json()]).toEqual([429, '6', { error: texts['web-too-fast'] }]);
  expect((await phone().send({ id: newId(), text: 'a' })).status).toBe(200);
  at = 10_000;
  expect((await hoa.send({ id: newId(), text: 'a' })).status).toBe(200);
  expect(heard).toHaveLength(32);
});

test('before it starts and after it stops nothing is taken; stopping waits for the running turn', async () => {
  const [running, inTurn] = [gate(), gate()];
  const { web, phone } = await chat({}, () => {
    inTurn.open();
    return running.opened;
  });
  const sent = phone().send({ id: newId(), text: 'a' });
  await inTurn.opened;
  let stopped = false;
  const stopping = web.stop().finally(() => { stopped = true; });
  const late = await phone().send({ id: newId(), text: 'b' });
  expect([late.status, await late.json(), stopped]).toEqual([503, { error: texts['web-busy'] }, false]);
  running.open();
  await stopping;
  expect((await sent).status).toBe(200);
});

test('a message that cannot be kept did not go out', async () => {
  const messages = { ...messageLog(), append: () => Promise.reject(new Error('disk full')) };
  const { web } = await chat({ messages });
  const sent = web.send({ channel: 'web', account: 'a', chat: 'a' }, [said('x')], 'push');
  await expect(sent).rejects.toThrow(SendError);
  await expect(sent).rejects.toMatchObject({ outcome: 'failed' });
});

test('a row that no version can read is left out; the others are shown', async () => {
  const { phone, messages } = await chat();
  const hoa = phone();
  await hoa.send({ id: newId(), text: 'một' });
  const { account } = messages.rows[0]!;
  await messages.append(account, 'bot', { replies: 'xưa' }, NOW);
  await hoa.send({ id: newId(), text: 'hai' });
  expect((await hoa.messages()).map((message) => message.bubbles[0]!.text)).toEqual(['một', 'hai']);
});

test('a missing text stops the program and is named', () => {
  const { 'web-send': _, ...rest } = texts;
  const parts = { files: memoryFiles(), messages: messageLog(), link: () => '', log: () => undefined, now: () => NOW };
  expect(() => webChannel({ ...parts, texts: rest })).toThrow('web-send');
});

test('its public name is the title of the page', async () => {
  const { web } = await chat();
  expect(await web.check()).toBe(texts['web-title']);
});
