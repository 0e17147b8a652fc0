/** The sentences of the page: every one must stand in `locales/`. */
export const webKeys = [
  'web-title',
  'web-subtitle',
  'web-about',
  'web-begin',
  'web-you',
  'web-bot',
  'web-log',
  'web-write',
  'web-send',
  'web-photo',
  'web-photos-chosen',
  'web-photo-remove',
  'web-photo-of-report',
  'web-photo-gone',
  'web-photo-many',
  'web-photo-big',
  'web-open-file',
  'web-sending',
  'web-unsent',
  'web-offline',
  'web-newest',
  'web-too-fast',
  'web-too-long',
  'web-busy',
  'web-bad-request',
  'web-foreign',
  'web-failed',
  'web-needs-script',
  'web-demo-title',
  'web-demo-explains',
  'web-demo-choose',
  'web-demo-as',
  'web-demo-switch',
  'web-demo-back',
  'web-demo-unknown',
  'web-clock-title',
  'web-clock-explains',
  'web-clock-hour',
  'web-clock-morning',
  'web-clock-week',
  'web-clock-day',
  'web-clock-go',
  'web-clock-moving',
  'web-clock-past',
] as const;

export type WebKey = (typeof webKeys)[number];
export type WebTexts = Record<WebKey, string>;

const complete = (given: Record<string, string>): given is WebTexts => webKeys.every((key) => given[key]);

/** The page's texts, all of them. Throws naming every one that is missing. */
export function completeTexts(given: Record<string, string>): WebTexts {
  if (complete(given)) return given;
  throw new Error(`web chat: no text for ${webKeys.filter((key) => !given[key]).join(', ')}`);
}
