import { sql } from 'kysely';
import { showDay, dayOf } from '../../src/time.ts';
import type { Db } from '../../src/store/index.ts';

const statuses = { filed: 'đã gửi, chờ duyệt', accepted: 'đã duyệt', returned: 'đã trả lại để sửa', withdrawn: 'đã rút' } as const;

/** What the database holds, a line a fact: the lines that a turn adds stand under it in a transcript as "Ghi: …". */
export async function facts(db: Db): Promise<string[]> {
  const reports = await db.selectFrom('reports').select(['code', 'status']).orderBy('id').execute();
  const accounts = await db.selectFrom('accounts').innerJoin('cadres', 'cadres.id', 'accounts.cadre_id').select(['channel', 'name']).orderBy('linked_at').execute();
  const consents = await db.selectFrom('consents').innerJoin('cadres', 'cadres.id', 'consents.cadre_id').select(['name', 'notice']).orderBy('at').execute();
  const requests = await db.selectFrom('join_requests').select(['words', 'phone', 'handled_at']).orderBy('id').execute();
  const questions = await db.selectFrom('questions').select(['text', 'outcome', 'status']).orderBy('id').execute();
  const snoozes = await db.selectFrom('snoozes').innerJoin('cadres', 'cadres.id', 'snoozes.cadre_id').select(['name', 'until']).execute();
  const figures = await db.selectFrom('figures').innerJoin('units', 'units.id', 'figures.unit_id').select(['units.name', 'figure', 'value', 'as_of']).where('source', '<>', 'import').execute();
  const papers = await db.selectFrom('paper_notes').innerJoin('units', 'units.id', 'paper_notes.unit_id').select(['units.name', 'indicator', 'deadline']).execute();
  const charges = await db.selectFrom('reminder_owners').innerJoin('units', 'units.id', 'reminder_owners.unit_id').innerJoin('cadres', 'cadres.id', 'reminder_owners.cadre_id').select(['units.name as unit', 'cadres.name']).execute();
  const choices = await db.selectFrom('reminder_choices').innerJoin('cadres', 'cadres.id', 'reminder_choices.cadre_id').leftJoin('cadres as others', 'others.id', 'stand_in_id').select(['cadres.name', 'clock', 'away_until', 'others.name as other']).execute();
  const drafts = await db.selectFrom('drafts').select(sql<number>`count(*) filter (where closed_as = 'discarded')`.as('discarded')).executeTakeFirstOrThrow();
  return [
    ...reports.map((one) => `báo cáo ${one.code} ${statuses[one.status]}`),
    ...accounts.map((one) => `tài khoản ${one.channel} này là của ${one.name}`),
    ...consents.map((one) => `${one.name} đồng ý thông báo dữ liệu cá nhân ${one.notice}`),
    ...requests.map((one) => `một người ngoài danh sách ${one.phone ? `xin vào: ${one.words}` : 'gửi số của mình, không để lại tên'}${one.handled_at ? ' (đã giải quyết)' : ''}`),
    ...questions.map((one) => `câu hỏi ${one.status === 'open' ? 'chờ trả lời' : 'đã xong'} (${one.outcome}): ${one.text}`),
    ...snoozes.map((one) => `${one.name} hoãn nhắc đến ${showDay(one.until)}`),
    ...figures.map((one) => `số liệu ${one.figure} của ${one.name}: ${one.value}, ngày ${showDay(typeof one.as_of === 'string' ? one.as_of : dayOf(one.as_of))}`),
    ...papers.map((one) => `${one.name} đã báo cáo giấy ${one.indicator} đến ${showDay(one.deadline)}`),
    ...charges.map((one) => `${one.unit}: chỉ nhắc ${one.name}`),
    ...choices.flatMap((one) => [...(one.clock ? [`${one.name} nhận nhắc lúc ${one.clock}`] : []), ...(one.away_until ? [`${one.name} nghỉ nhắc đến ${showDay(one.away_until)}${one.other ? `, ${one.other} nhận thay` : ''}`] : [])]),
    ...(drafts.discarded > 0 ? [`${drafts.discarded} bản nháp đã bỏ`] : []),
  ];
}
