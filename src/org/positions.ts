import { z } from 'zod';
import { readYaml } from '../content.ts';
import { fold } from '../vietnamese/fold.ts';

export const rights = ['file', 'review', 'see-below', 'answer', 'remind'] as const;
export type Right = (typeof rights)[number];

const shape = z.strictObject({
  positions: z.array(
    z.strictObject({
      title: z.string().min(1, 'thiếu tên chức danh'),
      also: z.array(z.string()).default([]),
      may: z.array(z.enum(rights, `việc được làm là một trong: ${rights.join(', ')}`)),
    }),
  ),
});

/** What each title may do. An unlisted title is read as the listed one it begins with. */
export interface Positions {
  titles: string[];
  /** The listed title a written one means, or null. */
  read(title: string): string | null;
  may(title: string, right: Right): boolean;
}

export function loadPositions(file: string): Positions {
  const { positions } = readYaml(file, shape);
  const names = positions.flatMap(({ title, also, may }) => [title, ...also].map((name) => ({ name: fold(name), title, may })));
  const longestFirst = names.toSorted((a, b) => b.name.length - a.name.length);
  const entry = (title: string) => {
    const written = fold(title);
    return longestFirst.find(({ name }) => written === name || written.startsWith(`${name} `));
  };
  return {
    titles: positions.map(({ title }) => title),
    read: (title) => entry(title)?.title ?? null,
    may: (title, right) => entry(title)?.may.includes(right) ?? false,
  };
}
