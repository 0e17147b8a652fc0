import type { State } from '../../indicators/index.ts';

export const ink = { met: '#1a7f37', provisional: '#b26a00', unmet: '#c62828', 'no-data': '#6b7280' } satisfies Record<State, string>;

/** A shape for each state, so that nobody needs to tell green from red. */
export function sign(state: State): string {
  const color = ink[state];
  switch (state) {
    case 'met':
      return `<circle cx="22" cy="24" r="21" fill="${color}"/><path d="M11 25 l8 9 l15 -19" fill="none" stroke="#ffffff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`;
    case 'provisional':
      return `<circle cx="22" cy="24" r="18" fill="none" stroke="${color}" stroke-width="6"/><path d="M22 13 V25 L30 31" fill="none" stroke="${color}" stroke-width="6" stroke-linecap="round"/>`;
    case 'unmet':
      return `<path d="M22 4 L43 43 H1 Z" fill="${color}"/><path d="M22 17 V29" stroke="#ffffff" stroke-width="6" stroke-linecap="round"/><circle cx="22" cy="36.5" r="3.4" fill="#ffffff"/>`;
    case 'no-data':
      return `<circle cx="22" cy="24" r="18" fill="none" stroke="${color}" stroke-width="6" stroke-dasharray="8 7"/>`;
  }
}
