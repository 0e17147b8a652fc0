import type { House } from '../src/conversation/index.ts';
import { baoCaoDaGui } from './bao-cao-da-gui.ts';
import { baoCao } from './baocao.ts';
import { batDau } from './bat-dau.ts';
import { cauHoi } from './cau-hoi.ts';
import { chiTieu } from './chitieu.ts';
import { chotSoLieu } from './chot-so-lieu.ts';
import { donDoc } from './don-doc.ts';
import { donVi } from './don-vi.ts';
import { duyet } from './duyet.ts';
import { alarm, aside, hoi } from './hoi.ts';
import { khan } from './khan.ts';
import { lichNhac } from './lich-nhac.ts';
import { nhacViec } from './nhac-viec.ts';
import { nhanDien } from './nhan-dien.ts';
import { soLieu } from './so-lieu.ts';
import { toi } from './toi.ts';
import { tongHop } from './tonghop.ts';
import { asidesWithPlaces, withUnits } from './with-units.ts';
import type { World } from './world.ts';

export type { World } from './world.ts';

const scenes = [batDau, nhanDien, hoi, baoCao, baoCaoDaGui, duyet, chotSoLieu, chiTieu, nhacViec, donDoc, lichNhac, soLieu, tongHop, donVi, toi, khan, cauHoi];

/** Every conversation, and which command opens which. */
export const house: House<World> = {
  scenes: Object.fromEntries(scenes.map((scene) => [scene.name, withUnits(scene)])),
  commands: {
    start: { scene: 'batdau' },
    hoi: { scene: 'hoi' },
    baocao: { scene: 'baocao' },
    chitieu: { scene: 'chitieu' },
    nhacviec: { scene: 'nhac-viec' },
    tonghop: { scene: 'tonghop' },
    duyet: { scene: 'duyet' },
    donvi: { scene: 'donvi' },
    toi: { scene: 'toi' },
    khan: { scene: 'khan' },
    trogiup: { scene: 'batdau', args: 'help' },
  },
  fallback: 'hoi',
  stranger: 'nhan-dien',
  contact: { scene: 'nhan-dien', state: { step: 'who' } },
  alarm,
  aside: asidesWithPlaces(aside),
};

/** Commands as the platforms list them; their descriptions are `command-…` in locales. */
export const commandNames = [...Object.keys(house.commands), 'huy'];
