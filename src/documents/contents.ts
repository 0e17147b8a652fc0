import type { Indicators, Measure } from '../indicators/index.ts';
import type { Org, Unit, UnitTree } from '../org/index.ts';
import { between, cumulativeFrom, byRow, rowsBelow, summarise, type AddingOf, type Period, type Reports, type Standing, type Summary, type Told } from '../reports/index.ts';
import { rowOfRollup, rowOfStatus, type IndicatorRow } from './indicator-rows.ts';

/** A report behind the figures, with what it adds to each. */
export interface Behind extends Told {
  unitName: string;
  /** Others that held it too. */
  jointNames: string[];
  adds: Map<string, number>;
}

/** Who could sign for the unit: its cadres as the roster has them. */
export interface Signer {
  name: string;
  title: string;
}

/** What happened in one month of the year: accepted, and waiting on top. */
export interface Month {
  month: string;
  final: number;
  provisional: number;
}

/** One unit of the table; added up when it is its turn, since there may be thousands. */
export interface Row {
  unit: Unit;
  active: boolean;
  summary(): Summary;
}

/** Everything that a document about one unit and one period tells. Drawing it asks nobody anything more. */
export interface Contents {
  unit: Unit;
  above: Unit | null;
  period: Period;
  /** The last day that counts: the period's, or today. */
  until: string;
  today: string;
  /** Where the cumulative figures begin. */
  since: string;
  total: Summary;
  cumulative: Summary;
  /** What the unit did itself, and each unit right below with all that is below it; null without any report. */
  own: Summary | null;
  rows: Row[];
  /** Kinds of activity that occur, and what the reports of each came to in the period. */
  kinds: { id: string; name: string; added: Summary }[];
  measures: Measure[];
  indicators: IndicatorRow[];
  months: Month[];
  /** Oldest first. */
  reports: Behind[];
  signers: Signer[];
}

export interface Sources {
  reports: Reports;
  indicators: Indicators;
  org: Org;
}

/** What to tell about, seen from which day. */
export interface Subject {
  unit: Unit;
  period: Period;
  tree: UnitTree;
  today: string;
}

/** Reads what a document needs: the figures in one query, the reports of the period in full in another. */
export async function gather(sources: Sources, subject: Subject): Promise<Contents> {
  const { reports, indicators } = sources;
  const { unit, period, tree, today } = subject;
  const until = period.to < today ? period.to : today;
  const since = cumulativeFrom(period, indicators.termOn(until));
  const year = `${until.slice(0, 4)}-01-01`;
  const ids = tree.historyOf(unit.id, until);
  const standing = await reports.standing(ids, since < year ? since : year, until);
  const behind = await reports.inFull(ids, period.from, until);
  const adding: AddingOf = (measure) => indicators.measure(measure)?.add ?? 'sum';
  const within = setOf(ids);
  const inPeriod = between(standing, period.from, until);
  const rows = rowsBelow(unit.id, tree, until);
  const reportsOf = byRow(inPeriod, rows.rowOf);
  const summaryOf = (id: string): Summary => summarise(reportsOf.get(id) ?? [], (unitId) => rows.rowOf(unitId) === id, adding);
  const cumulative = summarise(between(standing, since, until), within, adding);
  return {
    unit,
    above: unit.parentId ? (tree.get(unit.parentId) ?? null) : null,
    period,
    until,
    today,
    since,
    total: summarise(inPeriod, within, adding),
    cumulative,
    own: reportsOf.has(unit.id) ? summaryOf(unit.id) : null,
    rows: rows.units.filter(({ id, to }) => to === null || to >= until || reportsOf.has(id)).map((one) => ({ unit: one, active: reportsOf.has(one.id), summary: () => summaryOf(one.id) })),
    kinds: reports.activities.filter(({ id }) => cumulative.kinds.has(id)).map(({ id, name }) => ({ id, name, added: summarise(inPeriod.filter((one) => one.kind === id), within, adding) })),
    measures: measuresIn(cumulative, indicators),
    indicators: await indicatorRows(indicators, subject, until),
    months: monthsOf(between(standing, year, until), until),
    reports: named(behind, inPeriod, tree),
    signers: await cadresOf(sources.org, unit, today),
  };
}

const setOf = (ids: string[]) => {
  const set = new Set(ids);
  return (id: string): boolean => set.has(id);
};

/** In the order in which content declares them. */
export function measuresIn(summary: Summary, { terms }: Indicators): Measure[] {
  const declared = new Map(terms.flatMap((term) => term.measures).map((measure) => [measure.id, measure]));
  return [...declared.values()].filter(({ id }) => summary.measures.has(id));
}

async function indicatorRows(indicators: Indicators, { unit, tree }: Subject, until: string): Promise<IndicatorRow[]> {
  const term = indicators.termOn(until);
  if (!term) return [];
  if (term.units.includes(unit.kind)) return (await indicators.statuses([unit], tree, until)).map((status) => rowOfStatus(status, indicators.measure));
  const rollups = await indicators.rollups(unit.id, tree, until);
  return rollups.filter((one) => one.units > 0).map((one) => rowOfRollup(one, indicators.measure));
}

/** Every month of the year up to `until`, also those in which nothing was done. */
function monthsOf(reports: Standing[], until: string): Month[] {
  const year = until.slice(0, 4);
  return Array.from({ length: Number(until.slice(5, 7)) }, (_, at): Month => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    const own = reports.filter((one) => one.day.startsWith(month));
    const final = own.filter((one) => one.final).length;
    return { month, final, provisional: own.length - final };
  });
}

function named(behind: Told[], standing: Standing[], tree: UnitTree): Behind[] {
  const adds = new Map(standing.map((one) => [one.id, new Map(one.adds.map(({ measure, value }) => [measure, value]))]));
  return behind.map((report) => ({ ...report, unitName: tree.get(report.unitId)?.name ?? '', jointNames: report.jointWith.flatMap((id) => tree.get(id)?.name ?? []), adds: adds.get(report.id) ?? new Map<string, number>() }));
}

/** The unit's cadres by what they are. */
async function cadresOf(org: Org, unit: Unit, today: string): Promise<Signer[]> {
  const cadres = await org.of([unit.id], today);
  return cadres.flatMap(({ name, positions }) => positions.filter((one) => one.unitId === unit.id).map((one) => ({ name, title: org.positions.read(one.title) ?? one.title })));
}
