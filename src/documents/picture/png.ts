import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const at = createRequire(import.meta.url);
/** TrueType with every Vietnamese letter; the drawing library reads no other kind of font file. */
const fontFiles = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((name) => at.resolve(`@expo-google-fonts/be-vietnam-pro/${name}`));

/** An SVG as PNG. The machine's own fonts are not asked: the picture is the same everywhere. */
export const png = (svg: string): Buffer => new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' } }).render().asPng();
