/** After some failures in a row nothing is tried for a while, so that a dead server does not cost every question its wait. */
export interface Breaker {
  open(now: Date): boolean;
  failed(now: Date): void;
  worked(): void;
}

const FAILURES = 3;
const REST_MS = 60_000;

export function breaker(): Breaker {
  let failures = 0;
  let restsUntil = 0;
  return {
    open: (now) => now.getTime() < restsUntil,
    failed(now) {
      failures += 1;
      if (failures < FAILURES) return;
      failures = 0;
      restsUntil = now.getTime() + REST_MS;
    },
    worked: () => void (failures = 0),
  };
}
