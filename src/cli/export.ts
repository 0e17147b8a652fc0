import { writeFile } from 'node:fs/promises';
import { formats, isFormat } from '../documents/index.ts';
import type { Unit, UnitTree } from '../org/index.ts';
import { COMMAND_LINE, recordAudit } from '../privacy/index.ts';
import { readPeriodWords } from '../reports/index.ts';
import { dayOf, showDay } from '../time.ts';
import { fold } from '../vietnamese/fold.ts';
import { Refused, WrongUse, type Command, type Desk } from './desk.ts';

/** `export --unit ID|NAME --period 2026-11|2026-Q4|2026-H2|2026|term --format xlsx|docx|png --out FILE`, as an administrator: any unit. */
export const exportFile: Command = async (desk, { options }) => {
  const given = (name: string): string => options.get(name) || missing();
  const [unitName, periodName, format, out] = [given('--unit'), given('--period'), given('--format'), given('--out')];
  if (!isFormat(format)) throw new Refused(desk.say('cli-bad-format', { value: format, formats: formats.join(', ') }));
  await desk.withProgram(async ({ db, org, indicators, documents, clock }) => {
    const today = dayOf(clock.now());
    const tree = await org.tree(clock.now());
    const unit = unitOf(unitName, tree, today, desk);
    const period = readPeriodWords(periodName, today, indicators.termOn(today));
    if (!period) throw new Refused(desk.say('cli-bad-period', { value: periodName }));
    const { bytes } = await documents.make(format, { unit, period, tree, today });
    await writeFile(out, bytes).catch((cause: Error) => {
      throw new Refused(desk.say('cli-cannot-write', { file: out, why: cause.message }));
    });
    await recordAudit(db, COMMAND_LINE, { what: 'exported', subject: 'unit', id: unit.id }, clock.now());
    desk.print(desk.say('cli-exported', { unit: unit.name, from: showDay(period.from), to: showDay(period.to), file: out, bytes: bytes.length }));
  });
};

function missing(): never {
  throw new WrongUse();
}

/** By id, or by a name that only one unit has: today, or had before it ended, since its past periods are told too. */
function unitOf(written: string, tree: UnitTree, today: string, { say }: Desk): Unit {
  const found = tree.get(written);
  if (found) return found;
  const named = unitsNamed(written, tree, today);
  const [only] = named;
  if (!only) throw new Refused(say('cli-unknown-unit', { value: written }));
  if (named.length > 1) throw new Refused(say('cli-many-units', { value: written, ids: named.map((unit) => `${unit.id} (${tree.get(unit.parentId ?? '')?.name ?? ''})`).join(', ') }));
  return only;
}

/** "Quận Lê Chân" is the former quận, not the phường that has its name now; "Lê Chân" alone is the phường. */
function unitsNamed(written: string, tree: UnitTree, today: string): Unit[] {
  const [living, former] = [tree.find(written, today), tree.findFormer(written, today)];
  const exact = (units: Unit[]): Unit[] => units.filter((unit) => fold(unit.name) === fold(written));
  return [exact(living), exact(former), living, former].find((units) => units.length > 0) ?? [];
}
