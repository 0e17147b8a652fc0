import { fold } from '../vietnamese/fold.ts';
import { spelling } from './sheets/index.ts';

/** A unit's name taken apart. */
export interface BareName {
  /** "xa", "phuong", "chi hoi"…, or null when it is not said. */
  kind: string | null;
  /** The name without its kind, folded, and as spelled with its marks. */
  folded: string;
  spelled: string;
}

/** Words before a name and the kind they mean, longest first. */
export const KINDS: readonly (readonly [words: string, kind: string])[] = [
  ['thanh pho', 'thanh pho'],
  ['thi tran', 'thi tran'],
  ['dac khu', 'dac khu'],
  ['chi hoi', 'chi hoi'],
  ['thi xa', 'thi xa'],
  ['huyen', 'huyen'],
  ['phuong', 'phuong'],
  ['quan', 'quan'],
  ['tinh', 'tinh'],
  ['tp', 'thanh pho'],
  ['tt', 'thi tran'],
  ['tx', 'thi xa'],
  ['ch', 'chi hoi'],
  ['xa', 'xa'],
  ['p', 'phuong'],
  ['x', 'xa'],
  ['h', 'huyen'],
  ['q', 'quan'],
];

/** Lists often say whose unit it is: "Hội LHPN phường An Biên" is phường An Biên. */
const UNION = /^(?:ban chap hanh |bch |co quan )?(?:hoi lien hiep phu nu viet nam|hoi lien hiep phu nu|hoi lhpn viet nam|hoi lhpn|hoi phu nu|lhpn|hoi pn) /;

/** Takes the kind off a name, once only: "Xã Phượng Kỳ" keeps both words of its name. */
export function bareUnitName(name: string): BareName {
  const cached = bareNames.get(name);
  if (cached) return cached;
  const whole = fold(name);
  const union = UNION.exec(`${whole} `)?.[0] ?? '';
  const folded = whole.slice(union.length);
  const kind = KINDS.find(([words]) => folded.startsWith(`${words} `));
  const cut = words(union) + (kind ? words(kind[0]) : 0);
  const bare = { kind: kind?.[1] ?? null, folded: folded.slice(kind ? kind[0].length + 1 : 0), spelled: spelling(name).split(' ').slice(cut).join(' ') };
  if (bareNames.size >= REMEMBERED) bareNames.clear();
  bareNames.set(name, bare);
  return bare;
}

const words = (text: string): number => text.split(' ').filter(Boolean).length;

// A file repeats the same few thousand names; each is folded once.
const bareNames = new Map<string, BareName>();
const REMEMBERED = 50_000;

/** Whether a name is that of a province, by its kind. */
export const isProvince = (name: string): boolean => bareUnitName(name).kind === 'tinh';
