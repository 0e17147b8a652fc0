import { usualVoice, type Files, type Received, type Reply, type Words } from '../conversation/index.ts';
import { isBranch, type Unit, type UnitTree } from '../org/index.ts';
import { kindOf } from '../reports/index.ts';
import { slug } from '../vietnamese/fold.ts';
import { gather, type Contents, type Sources, type Subject } from './contents.ts';
import { excel } from './excel.ts';
import { pages, picture } from './picture/picture.ts';
import { png } from './picture/png.ts';
import { standingPages } from './picture/standings.ts';
import { standingsOf } from './standings.ts';
import type { Say } from './words.ts';
import { draw } from './word/draw.ts';
import type { Layout } from './word/layout.ts';
import { monthlyReport } from './word/monthly.ts';
import { appendix, periodicReport } from './word/periodic.ts';

export { png } from './picture/png.ts';
export { measuresIn, type Contents, type Subject } from './contents.ts';
export { periodLabel, periodText } from './words.ts';
export { loadLayout, type Layout } from './word/layout.ts';

export const formats = ['xlsx', 'docx', 'png'] as const;
export type Format = (typeof formats)[number];
export const isFormat = (text: string): text is Format => (formats as readonly string[]).includes(text);

const mimes: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
};

/** A file that is made, under the name people see. */
export interface Made {
  bytes: Buffer;
  name: string;
  mime: string;
}

export interface DocumentsWith extends Sources {
  files: Files;
  words: Words;
  layout: Layout;
}

/** Makes the files about a unit and a period. */
export function openDocuments({ files, words, layout, ...sources }: DocumentsWith) {
  const say: Say = (text) => words.render(text, usualVoice);
  const writing = { layout, activities: sources.reports.activities, words: say };

  async function make(format: Format, subject: Subject): Promise<Made> {
    const contents = await gather(sources, subject);
    return { bytes: await bytesOf(format, contents), name: nameOf(format, contents), mime: mimes[format] };
  }

  function bytesOf(format: Format, contents: Contents): Promise<Buffer> | Buffer {
    switch (format) {
      case 'xlsx':
        return excel(contents, say);
      case 'docx':
        return monthly(contents)
          ? draw(monthlyReport(contents, writing))
          : draw(periodicReport(contents, writing), appendix(contents, say));
      case 'png':
        return png(picture(contents, say));
    }
  }

  const kept = (pictures: string[]): Promise<Received[]> => Promise.all(pictures.map((svg) => files.put(png(svg), mimes.png)));

  return {
    make,
    /** The picture as photos for a chat. */
    photos: async (subject: Subject): Promise<Received[]> => kept(pages(await gather(sources, subject), say)),
    /** How a unit stands on its indicators that day, as photos. */
    standings: async (unit: Unit, tree: UnitTree, day: string): Promise<Received[]> => kept(standingPages(await standingsOf(sources.indicators, unit, tree, day), say)),
    /** Made and kept: the same figures are the same file. */
    async document(format: Exclude<Format, 'png'>, subject: Subject): Promise<NonNullable<Reply['document']>> {
      const { bytes, mime, name } = await make(format, subject);
      const { hash } = await files.put(bytes, mime);
      return { hash, name, mime };
    },
  };
}

export type Documents = ReturnType<typeof openDocuments>;

/** A branch reports every month in a form of its own. */
const monthly = ({ unit, period }: Contents): boolean => isBranch(unit) && kindOf(period) === 'month';

/** As the form prescribes for a branch's month; else what, whose and when. */
function nameOf(format: Format, contents: Contents): string {
  const { unit, period } = contents;
  const whose = slug(unit.name);
  if (format === 'docx' && monthly(contents)) return `CTH_DLXH_${whose}_T${Number(period.id.slice(5))}_${period.id.slice(0, 4)}.docx`;
  const what = { xlsx: 'so-lieu', docx: 'bao-cao', png: 'ket-qua' }[format];
  return `${what}_${whose}_${period.id}.${format}`;
}
