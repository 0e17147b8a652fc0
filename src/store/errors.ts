/** A store could not be opened or reached: what was tried, and why it failed. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly tried: string;

  constructor(tried: string, cause: unknown, hint = '') {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`${tried}: ${why}${hint && ` (${hint})`}`, { cause });
    this.tried = tried;
  }
}
