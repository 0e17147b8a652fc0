import { z } from 'zod';
import { readYaml } from '../content.ts';
import { fold } from '../vietnamese/fold.ts';

/** What a title may give; each is for the unit in which the title is held. */
export const rights = ['file', 'review', 'see-below', 'answer', 'remind'] as const;
/** What `Quyền: quản trị` in the roster may give; these are for the whole Union. */
export const administratorRights = ['import', 'edit', 'export-all', 'people'] as const;
export type Right = (typeof rights)[number] | (typeof administratorRights)[number];

const oneOf = (list: readonly string[]): string => `việc được làm là một trong: ${list.join(', ')}`;

const shape = z.strictObject({
  positions: z.array(
    z.strictObject({
      title: z.string().min(1, 'thiếu tên chức danh'),
      also: z.array(z.string()).default([]),
      may: z.array(z.enum(rights, oneOf(rights))),
    }),
  ),
  administrators: z.strictObject({ may: z.array(z.enum(administratorRights, oneOf(administratorRights))) }),
});

/** What each title may do. An unlisted title is read as the listed one it begins with. */
export interface Positions {
  titles: string[];
  /** The listed title a written one means, or null. */
  read(title: string): string | null;
  may(title: string, right: Right): boolean;
  administratorMay(right: Right): boolean;
}

export function loadPositions(file: string): Positions {
  const { positions, administrators } = readYaml(file, shape);
  const names = positions.flatMap(({ title, also, may }) => [title, ...also].map((name) => ({ name: fold(name), title, may })));
  const longestFirst = names.toSorted((a, b) => b.name.length - a.name.length);
  const entry = (title: string) => {
    const written = fold(title);
    return longestFirst.find(({ name }) => written === name || written.startsWith(`${name} `));
  };
  return {
    titles: positions.map(({ title }) => title),
    read: (title) => entry(title)?.title ?? null,
    may: (title, right) => entry(title)?.may.some((one) => one === right) ?? false,
    administratorMay: (right) => administrators.may.some((one) => one === right),
  };
}
