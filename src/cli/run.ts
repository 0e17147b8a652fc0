import { ContentError } from '../content.ts';
import { ImportRefused } from '../org/index.ts';
import { faultArgs, faultPlace, SheetError, type Fault } from '../org/sheets/index.ts';
import { BackupError, StoreError } from '../store/index.ts';
import { ask } from './ask.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { chat } from './chat.ts';
import { check } from './check.ts';
import { readArgs, Refused, Unreachable, WrongUse, type Command, type Desk } from './desk.ts';
import { exportFile } from './export.ts';
import { forget } from './forget.ts';
import { importFile } from './import.ts';
import { link } from './link.ts';
import { questions } from './questions.ts';
import { remind } from './remind.ts';
import { reminders } from './reminders.ts';
import { restore } from './restore.ts';
import { simulate } from './simulate.ts';

const commands: Record<string, Command> = { ask, audit, backup, chat, check, export: exportFile, forget, import: importFile, link, questions, remind, reminders, restore, simulate };

/** Runs one command; what went wrong is given to `complain`. 0 done, 1 refused input, 2 wrong use, 3 a store or platform unreachable. */
export async function run(desk: Desk, args: string[], complain: (text: string) => void): Promise<number> {
  const { words: [name = '', ...words], options } = readArgs(args);
  try {
    const command = commands[name];
    if (!command) throw new WrongUse();
    await command(desk, { words, options });
    return 0;
  } catch (error) {
    const { text, code } = explain(error, desk);
    complain(text);
    return code;
  }
}

function explain(error: unknown, { say }: Desk): { text: string; code: number } {
  const line = (fault: Fault): string => `${say(faultPlace(fault), faultArgs(fault))}: ${say(`fault-${fault.code}`, faultArgs(fault))}`;
  if (error instanceof WrongUse) return { text: say('cli-usage'), code: 2 };
  if (error instanceof ImportRefused) return { text: error.faults.map(line).join('\n'), code: 1 };
  if (error instanceof SheetError) return { text: say(`sheet-error-${error.code}`, error.args), code: 1 };
  if (error instanceof BackupError) return { text: say(`cli-backup-${error.code}`), code: 1 };
  const { message, code, path } = error as NodeJS.ErrnoException;
  // What the disk says of a file that was named.
  if (code && path) return { text: say('cli-file', { path: path.replace(/\.part$/, ''), code }), code: 1 };
  if (error instanceof Refused || error instanceof ContentError) return { text: message, code: 1 };
  return { text: error instanceof StoreError || error instanceof Unreachable ? message : ((error as Error).stack ?? message), code: 3 };
}
