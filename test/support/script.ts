/** A transcript read back: who takes part, and what each person does, in order. What the bot said is played anew. */
export interface Script {
  title: string;
  /** 'YYYY-MM-DD HH:MM' in Hải Phòng. */
  at: string;
  channel: string;
  cast: Role[];
  moves: Move[];
}

/** "Chị Hoa (Chủ tịch Hội LHPN phường An Biên)": how the transcript calls her, and what stands in the brackets. */
export interface Role {
  name: string;
  about: string;
  line: string;
}

export type Move = { kind: 'says'; who: string; text: string } | { kind: 'time'; at: string } | { kind: 'stage'; what: string };

const CAST = /^(\p{Lu}[^:()]*?) \((.+)\)$/u;

/** Throws with the line that cannot be read. */
export function readScript(text: string): Script {
  const [top = '', ...body] = text.split(/\n\n/);
  const head = new Map<string, string>();
  const cast: Role[] = [];
  for (const line of top.split('\n')) {
    const field = /^(Kịch bản|Lúc|Kênh): (.*)$/u.exec(line);
    const role = CAST.exec(line);
    if (field) head.set(field[1]!, field[2]!);
    else if (role) cast.push({ name: role[1]!, about: role[2]!, line });
    else if (line !== '') throw new Error(`transcript: what is this line of the heading: ${line}`);
  }
  const names = cast.map((one) => one.name);
  return { title: head.get('Kịch bản') ?? '', at: head.get('Lúc') ?? '', channel: head.get('Kênh') ?? 'telegram', cast, moves: movesOf(body.join('\n\n'), names) };
}

function movesOf(body: string, names: string[]): Move[] {
  const moves: Move[] = [];
  // Lines that go on belong to whoever spoke; only a person's are needed.
  let goesOn: { text: string } | null = null;
  for (const line of body.split('\n')) {
    const speaker = names.find((name) => line.startsWith(`${name}: `));
    if (speaker) {
      const move: Move = { kind: 'says', who: speaker, text: line.slice(speaker.length + 2) };
      moves.push(move);
      goesOn = move;
    } else if (line.startsWith('     ')) {
      if (goesOn) goesOn.text += `\n${line.trim()}`;
    } else if (line !== '') {
      goesOn = null;
      if (line.startsWith('Lúc: ')) moves.push({ kind: 'time', at: line.slice(5) });
      else if (/^\(.*\)$/.test(line)) moves.push({ kind: 'stage', what: line.slice(1, -1) });
      else if (!/^(Bot( → [^:]+)?|Ghi): /u.test(line)) throw new Error(`transcript: who says this: ${line}`);
    }
  }
  return moves;
}
