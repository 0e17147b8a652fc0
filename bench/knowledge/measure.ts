import type { Measured } from '../../src/knowledge/measure.ts';

export * from '../../src/knowledge/measure.ts';

/** The figures as a table; the questions that went wrong only when asked for. */
export function table(name: string, measured: Measured, withMisses = false): string {
  const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);
  const lines = [
    `${name}: ${measured.questions}`,
    `  first right        ${percent(measured.first)}`,
    `  right in top three ${percent(measured.topThree)}`,
    `  section right      ${percent(measured.section)}`,
    `  refused            ${percent(measured.refused)}`,
    `  urgent recall      ${percent(measured.urgentRecall)}`,
    `  urgent precision   ${percent(measured.urgentPrecision)}`,
    `  follow-ups         ${percent(measured.followUp)}`,
    `  p95                ${measured.p95.toFixed(2)} ms`,
  ];
  const told = measured.misses.map(({ row, got }) => `  ${row.outcome} ${row.ids.join('|')} ${row.section ?? ''} | ${row.question} | ${got.outcome} ${got.entries.map(({ id, section, score }) => `${id}/${section ?? ''} ${score}`).join(', ')}`);
  return [...lines, ...(withMisses ? told : [])].join('\n');
}
