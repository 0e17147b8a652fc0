/** What is wrong with a row shows only against the units that are there. Sentences are `fault-<code>` as for cells. */
export type StoreFaultCode =
  | 'unknown-unit'
  | 'two-units'
  | 'former-unit'
  | 'unit-not-there'
  | 'unknown-title'
  | 'phone-of-other'
  | 'title-of-other-unit'
  | 'unknown-figure'
  | 'in-a-circle'
  | 'past-shape'
  | 'move-without-day';
