import { livesOn, type Cadre, type Org, type UnitTree } from '../org/index.ts';
import type { Post } from './duties.ts';

/** Reads a cadre's places of today; what a title may do is looked up once a title. */
export function postReader({ positions }: Org, tree: UnitTree, today: string): (cadre: Cadre) => Post[] {
  const known = new Map<string, Omit<Post, 'unitId'>>();
  const read = (title: string): Omit<Post, 'unitId'> => {
    const post = known.get(title) ?? { title: positions.read(title) ?? title, reminded: positions.may(title, 'remind'), reviews: positions.may(title, 'review') };
    known.set(title, post);
    return post;
  };
  return ({ positions: held }) =>
    held.flatMap(({ unitId, title }) => {
      const unit = tree.get(unitId);
      return unit && livesOn(unit, today) ? [{ unitId, ...read(title) }] : [];
    });
}
