import { end, reply, type House } from '../src/conversation/index.ts';
import { placeReply } from './former-words.ts';
import { endedText, endedUnits } from './unit-ended.ts';
import type { HoiScene, World } from './world.ts';

/** Scenes that work with a cadre's own unit. */
const NEED_A_UNIT = new Set(['baocao', 'duyet', 'chitieu', 'nhac-viec', 'tonghop']);

/** What units say before a scene begins: where a commune has gone, or that hers is no more. */
export function withUnits<S>(scene: HoiScene<S>): HoiScene<S> {
  if (scene.name === 'hoi') return placesFirst(scene);
  return NEED_A_UNIT.has(scene.name) ? needsUnit(scene) : scene;
}

/** Where a commune has gone is answered from the data of the units, before any procedure is searched. */
function placesFirst<S>(scene: HoiScene<S>): HoiScene<S> {
  return {
    ...scene,
    async enter(args, world, before) {
      const place = placeReply(args, world);
      return place ? end([place]) : scene.enter(args, world, before);
    },
  };
}

/** While the only unit she has on the roster is no more, she is told where it went. */
function needsUnit<S>(scene: HoiScene<S>): HoiScene<S> {
  return {
    ...scene,
    async enter(args, world, before) {
      const [ended] = world.scope.units.length === 0 ? endedUnits(world) : [];
      return ended ? end([reply(await endedText(ended, world))]) : scene.enter(args, world, before);
    },
  };
}

/** A question about a place in the middle of something else is answered too. */
export const asidesWithPlaces =
  (aside: House<World>['aside']): House<World>['aside'] =>
  async (text, world, remembered) => {
    const place = world.knowledge.looksLikeQuestion(text) ? placeReply(text, world) : null;
    return place ? { replies: [place] } : aside(text, world, remembered);
  };
