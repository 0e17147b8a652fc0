import { openDesk, type Desk } from '../../src/cli/desk.ts';
import { run } from '../../src/cli/run.ts';
import type { Play } from './play.ts';

/** The administrator's door on a running program: what is printed, what is complained of, the exit code. */
export async function hoi(stage: Play, ...args: string[]): Promise<{ out: string; complaint: string; code: number }> {
  const out: string[] = [];
  let complaint = '';
  const real = openDesk({ LOG_LEVEL: 'silent' });
  const desk: Desk = { ...real, print: (line) => void out.push(line), withProgram: (work) => work(stage.program) };
  const code = await run(desk, args, (text) => (complaint = text));
  return { out: out.join('\n'), complaint, code };
}
