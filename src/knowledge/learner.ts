/** A thing heard, as signs (words, pairs of words, …) with how much each counts. */
export type Signs = ReadonlyMap<string, number>;

export interface Example {
  signs: Signs;
  /** Which of the labels it has, from 0. */
  label: number;
}

/** How much speaks for each label, in natural logarithms of chances up to one constant. */
export type Judge = (signs: Signs) => number[];

const ROUNDS = 8;
const PACE = 0.5;
/** Weights are drawn back, so that a rare word decides little. */
const BACK = 0.1;
/** Long texts and short ones count alike. */
const LENGTH = 1.5;

/**
 * Softmax regression by AdaGrad over all examples at once: unlike counting words, it learns which of them part the labels,
 * though they lean on each other. Every label counts the same, however many examples it has. The order of the examples does
 * not matter, and one more moves little. The loops are plain and the arrays flat: thousands are learnt at every start.
 */
export function learner(examples: readonly Example[], labels: number): Judge {
  const { places, heard } = heardOf(examples);
  const weights = new Float32Array((places.size + 1) * labels);
  const slope = new Float32Array(weights.length);
  const moved = new Float32Array(weights.length).fill(1e-2);
  const worth = balance(examples, labels);
  const wrong = new Float32Array(labels);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = 0; at < slope.length; at += 1) slope[at] = BACK * weights[at]!;
    for (let at = 0; at < examples.length; at += 1) {
      const { label } = examples[at]!;
      sum(weights, labels, heard[at]!, wrong);
      softmax(wrong);
      wrong[label]! -= 1;
      lean(slope, heard[at]!, wrong, worth[label]!);
    }
    for (let at = 0; at < slope.length; at += 1) {
      moved[at]! += slope[at]! ** 2;
      weights[at]! -= (PACE * slope[at]!) / Math.sqrt(moved[at]!);
    }
  }
  return (signs) => {
    const all = new Float32Array(labels);
    sum(weights, labels, hearing(signs, (sign) => places.get(sign)), all);
    return [...all];
  };
}

interface Heard {
  places: Int32Array;
  values: Float32Array;
}

/** Each sign its place, from 1, and the examples by places. A sign heard only once proves nothing, and most are. */
function heardOf(examples: readonly Example[]): { places: Map<string, number>; heard: Heard[] } {
  const ids = new Map<string, number>();
  const times: number[] = [];
  // Looked up once each: the signs are strings, and there are half a million.
  const told = examples.map(({ signs }) => {
    const own: number[] = [];
    for (const sign of signs.keys()) {
      const id = ids.get(sign) ?? ids.size;
      if (id === ids.size) ids.set(sign, id);
      times[id] = (times[id] ?? 0) + 1;
      own.push(id);
    }
    return own;
  });
  let last = 0;
  const placeOf = times.map((count) => (count > 1 ? (last += 1) : undefined));
  const places = new Map<string, number>();
  for (const [sign, id] of ids) if (placeOf[id] !== undefined) places.set(sign, placeOf[id]);
  return { places, heard: examples.map(({ signs }, at) => hearing(signs, (_, nth) => placeOf[told[at]![nth]!])) };
}

/** Place 0 is heard always: what speaks for a label before a word is said. Signs never learnt only dilute the others. */
function hearing(signs: Signs, placeOf: (sign: string, nth: number) => number | undefined): Heard {
  const places = [0];
  const values = [1];
  let square = 1;
  let nth = 0;
  for (const [sign, value] of signs) {
    square += value * value;
    const place = placeOf(sign, nth++);
    if (place === undefined) continue;
    places.push(place);
    values.push(value);
  }
  const scale = LENGTH / Math.sqrt(square);
  return { places: Int32Array.from(places), values: Float32Array.from(values, (value) => value * scale) };
}

/** How much each label is worth, so that all of them together count the same. */
function balance(examples: readonly Example[], labels: number): Float32Array {
  const seen = new Float32Array(labels);
  for (const { label } of examples) seen[label]! += 1;
  return seen.map((count) => examples.length / labels / Math.max(1, count));
}

function sum(weights: Float32Array, labels: number, { places, values }: Heard, into: Float32Array): void {
  into.fill(0);
  for (let at = 0; at < places.length; at += 1) {
    const from = places[at]! * labels;
    const value = values[at]!;
    for (let label = 0; label < labels; label += 1) into[label]! += weights[from + label]! * value;
  }
}

function softmax(worths: Float32Array): void {
  let most = -Infinity;
  let all = 0;
  for (let at = 0; at < worths.length; at += 1) most = Math.max(most, worths[at]!);
  for (let at = 0; at < worths.length; at += 1) all += worths[at] = Math.exp(worths[at]! - most);
  for (let at = 0; at < worths.length; at += 1) worths[at]! /= all;
}

/** Adds what one example says is wrong with the weights. */
function lean(slope: Float32Array, { places, values }: Heard, wrong: Float32Array, worth: number): void {
  for (let at = 0; at < places.length; at += 1) {
    const from = places[at]! * wrong.length;
    const much = worth * values[at]!;
    for (let label = 0; label < wrong.length; label += 1) slope[from + label]! += much * wrong[label]!;
  }
}
