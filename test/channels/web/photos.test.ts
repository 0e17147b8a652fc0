import { expect, test } from 'vitest';
import { chat, JPEG, newId, PNG, said, texts } from './make.ts';

test('photos of one sending are one message, each kept by its own bytes and not by its name', async () => {
  const { phone, heard, files } = await chat();
  const hoa = phone();
  const sent = await hoa.photos(newId(), [new File([JPEG], 'a.txt', { type: 'text/plain' }), new File([PNG], 'b.jpg', { type: 'image/jpeg' })], ' Buổi sáng ');
  expect(sent.status).toBe(200);
  expect(heard).toHaveLength(1);
  expect(heard[0]!.input).toMatchObject({ kind: 'photo', caption: 'Buổi sáng', photos: [{ mime: 'image/jpeg', bytes: JPEG.length }, { mime: 'image/png' }] });
  expect([...files.kept.values()]).toEqual([JPEG, PNG]);
  const [shown] = await hoa.messages();
  expect(shown!.bubbles[0]).toMatchObject({ text: 'Buổi sáng', photos: ['chat/file/1/0', 'chat/file/1/1'], refused: [] });
});

test('what is no photo is answered after the photos that are', async () => {
  const { phone, heard } = await chat();
  const hoa = phone();
  const id = newId();
  await hoa.photos(id, [new File(['<html>'], 'giả.jpg', { type: 'image/jpeg' }), new File([PNG], 'b.png')]);
  expect(heard.map((envelope) => envelope.input)).toMatchObject([{ kind: 'photo', photos: [{ mime: 'image/png' }] }, { kind: 'other', what: 'file' }]);
  expect(new Set(heard.map((envelope) => envelope.update)).size).toBe(2);
  expect((await hoa.messages())[0]!.bubbles[0]!.refused).toEqual(['giả.jpg']);
});

test('a photo over 20 MB is not kept, and answered as too big', async () => {
  const { phone, heard, files } = await chat();
  const big = new Uint8Array(20 * 1024 * 1024 + 1);
  big.set(JPEG);
  expect((await phone().photos(newId(), [new File([big], 'to.jpg')])).status).toBe(200);
  expect(heard.map((envelope) => envelope.input)).toEqual([{ kind: 'other', what: 'big-photo' }]);
  expect(files.kept.size).toBe(0);
});

test('photos sent again after a lost answer are one bubble', async () => {
  const { phone, heard, files } = await chat();
  const hoa = phone();
  const id = newId();
  await hoa.photos(id, [new File([JPEG], 'a.jpg')]);
  await hoa.photos(id, [new File([JPEG], 'a.jpg')]);
  expect(await hoa.messages()).toHaveLength(1);
  expect(files.kept.size).toBe(1);
  expect(heard[0]!.update).toBe(heard[1]!.update);
});

test('more than ten photos, none at all, or more bytes than a phone should send are refused', async () => {
  const { phone, heard } = await chat();
  const many = await phone().photos(newId(), Array.from({ length: 11 }, () => new File([JPEG], 'a.jpg')));
  expect([many.status, await many.json()]).toEqual([413, { error: texts['web-photo-many'] }]);
  expect((await phone().photos(newId(), [])).status).toBe(400);
  const much = await phone().photos(newId(), Array.from({ length: 4 }, () => new File([new Uint8Array(17 * 1024 * 1024)], 'a.jpg')));
  expect([much.status, await much.json()]).toEqual([413, { error: texts['web-photo-big'] }]);
  expect(heard).toEqual([]);
});

test('a photo or document opens through a fresh signed link on this same server', async () => {
  const { web, phone } = await chat({}, async (envelope) => {
    const photos = [{ hash: 'aaaaaaaaaaaa', mime: 'image/jpeg', bytes: 7 }];
    await web.send(envelope, [said('Đây ạ', { photos, document: { hash: 'bbbbbbbbbbbb', name: 'Tổng hợp.xlsx', mime: 'x' } })], 'answer');
  });
  const hoa = phone();
  await hoa.send({ id: newId(), text: 'a' });
  const bubble = (await hoa.messages())[1]!.bubbles[0]!;
  expect(bubble.document).toEqual({ name: 'Tổng hợp.xlsx', url: 'chat/file/2/1' });
  const photo = await hoa.ask(`/${bubble.photos[0]!}`);
  expect([photo.status, photo.headers.get('location')]).toEqual([302, '/files/aaaaaaaa?name=']);
  const document = await hoa.ask(`/${bubble.document!.url}`);
  expect(document.headers.get('location')).toBe(`/files/bbbbbbbb?name=${encodeURIComponent('Tổng hợp.xlsx')}`);
});

test("another person's photo cannot be opened by guessing its number", async () => {
  const { phone } = await chat();
  const hoa = phone();
  await hoa.photos(newId(), [new File([JPEG], 'a.jpg')]);
  expect((await hoa.ask('/chat/file/1/0')).status).toBe(302);
  expect((await phone().ask('/chat/file/1/0')).status).toBe(404);
  expect((await hoa.ask('/chat/file/1/1')).status).toBe(404);
  expect((await hoa.ask('/chat/file/1/x')).status).toBe(404);
});
