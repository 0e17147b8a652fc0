import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../content.ts';

const text = z.string('cần chữ').min(1, 'không được để trống');
const place = z.strictObject({ name: text, kind: text });
const shape = z.strictObject({
  city: place,
  communes: z.array(place, 'cần danh sách').min(1, 'cần ít nhất một đơn vị'),
  cadre: text,
  titles: z.array(text, 'cần danh sách').min(1, 'cần ít nhất một chức danh'),
  'next-term': text,
});

/** What the made-up units, cadres and terms of a season are called. */
export type Names = z.infer<typeof shape>;

/** Reads `contentDir`/simulation.yaml. Throws ContentError with every fault. */
export const loadNames = (contentDir: string): Names => readYaml(join(contentDir, 'simulation.yaml'), shape);
