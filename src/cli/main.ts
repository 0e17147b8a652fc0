import { ConfigError } from '../config.ts';
import { ContentError } from '../content.ts';
import { openDesk } from './desk.ts';
import { run } from './run.ts';

const complain = (text: string): void => void process.stderr.write(`${text}\n`);

try {
  process.exitCode = await run(openDesk(process.env), process.argv.slice(2), complain);
} catch (error) {
  // Settings or sentences that cannot be read: no command can begin.
  if (!(error instanceof ConfigError || error instanceof ContentError)) throw error;
  complain(error.message);
  process.exitCode = 1;
}
