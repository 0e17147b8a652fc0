import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTerms } from '../../../src/indicators/index.ts';
import { loadForms } from '../../../src/reports/index.ts';

export const content = fileURLToPath(new URL('../../../content/', import.meta.url));
const terms = loadTerms(join(content, 'indicators'));
const ids = (pick: 'measures' | 'figures') => new Set(terms.flatMap((term) => term[pick].map((one) => one.id)));

/** The forms as they are shipped. */
export const forms = loadForms(join(content, 'activities.yaml'), ids('measures'), ids('figures'));
