/**
 * Learns the weights of a sum of features from examples, by minimising a loss with its gradient. Deterministic: the
 * same examples in the same order give the same weights to the last bit.
 */

/** A question: the features of its candidates, row by row, and which of them are right. */
export interface Group {
  readonly rows: readonly Float64Array[];
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

/** One row with its label. */
export interface Row {
  readonly features: Float64Array;
  readonly label: boolean;
  readonly weight: number;
}

/** The loss at `weights`; its gradient is added to `gradient`, which comes as zeros. */
type Loss = (weights: Float64Array, gradient: Float64Array) => number;

const MOST_STEPS = 400;
/** Steps whose curvature is remembered, as in L-BFGS (Liu and Nocedal, 1989). */
const MEMORY = 8;
const CLOSE_ENOUGH = 1e-7;

/**
 * Weights under which right candidates are most probable, where a candidate's probability is the softmax of its score
 * over its question's candidates (listwise logistic regression; Cao et al., "Learning to rank", 2007). Groups without
 * a right and a wrong candidate tell nothing and are skipped. `penalty` is the share of the squared weights.
 */
export function fitListwise(groups: readonly Group[], size: number, penalty: number): Float64Array {
  const telling = groups.filter(({ isRight }) => isRight.includes(true) && isRight.includes(false));
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  return minimise(size, (weights, gradient) => {
    let loss = addPenalty(weights, gradient, penalty, size);
    for (const { rows, isRight, weight } of telling) {
      const scores = rows.map((row) => dot(row, weights));
      const highest = Math.max(...scores);
      const exps = scores.map((score) => Math.exp(score - highest));
      const all = exps.reduce((sum, one) => sum + one, 0);
      const right = exps.reduce((sum, one, at) => (isRight[at] ? sum + one : sum), 0);
      const share = weight / total;
      loss += share * (Math.log(all) - Math.log(right));
      for (const [at, row] of rows.entries()) {
        const slope = (exps[at] ?? 0) / all - (isRight[at] ? (exps[at] ?? 0) / right : 0);
        addTimes(gradient, row, share * slope);
      }
    }
    return loss;
  });
}

/** Weights and, as the last of them, the start of a logistic curve over their sum. The start is not penalised. */
export function fitLogistic(rows: readonly Row[], size: number, penalty: number): Float64Array {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return minimise(size + 1, (weights, gradient) => {
    let loss = addPenalty(weights, gradient, penalty, size);
    for (const { features, label, weight } of rows) {
      const level = dot(features, weights) + (weights[size] ?? 0);
      const sign = label ? 1 : -1;
      const share = weight / total;
      loss += share * softplus(-sign * level);
      const slope = (-sign * share) / (1 + Math.exp(sign * level));
      addTimes(gradient, features, slope);
      gradient[size] = (gradient[size] ?? 0) + slope;
    }
    return loss;
  });
}

function addPenalty(weights: Float64Array, gradient: Float64Array, penalty: number, size: number): number {
  let loss = 0;
  for (let at = 0; at < size; at++) {
    const weight = weights[at] ?? 0;
    loss += penalty * weight * weight;
    gradient[at] = (gradient[at] ?? 0) + 2 * penalty * weight;
  }
  return loss;
}

/** L-BFGS with a backtracking line search, from zeros. */
function minimise(size: number, loss: Loss): Float64Array {
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = loss(weights, gradient);
  const history: { step: Float64Array; change: Float64Array }[] = [];
  for (let round = 0; round < MOST_STEPS; round++) {
    const direction = descent(gradient, history);
    const slope = dot(direction, gradient);
    if (slope > -CLOSE_ENOUGH * CLOSE_ENOUGH) break;
    const found = search(loss, weights, direction, value, slope);
    if (found === null) break;
    const step = found.weights.map((one, at) => one - (weights[at] ?? 0));
    const change = found.gradient.map((one, at) => one - (gradient[at] ?? 0));
    if (dot(step, change) > 1e-12) history.push({ step, change });
    if (history.length > MEMORY) history.shift();
    const gain = value - found.value;
    ({ weights, gradient, value } = found);
    if (gain < CLOSE_ENOUGH * Math.max(1, Math.abs(value))) break;
  }
  return weights;
}

function search(loss: Loss, weights: Float64Array, direction: Float64Array, value: number, slope: number) {
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = weights.map((one, at) => one + length * (direction[at] ?? 0));
    const gradient = new Float64Array(weights.length);
    const reached = loss(next, gradient);
    if (reached <= value + 1e-4 * length * slope) return { weights: next, gradient, value: reached };
  }
  return null;
}

/** Minus the gradient, bent by the curvature that the last steps saw. */
function descent(
  gradient: Float64Array,
  history: readonly { step: Float64Array; change: Float64Array }[],
): Float64Array {
  const direction = gradient.map((one) => -one);
  const shares: number[] = [];
  for (const { step, change } of [...history].reverse()) {
    const share = dot(step, direction) / dot(step, change);
    shares.unshift(share);
    addTimes(direction, change, -share);
  }
  const last = history.at(-1);
  const scale = last === undefined ? 1 : dot(last.step, last.change) / dot(last.change, last.change);
  for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale;
  for (const [at, { step, change }] of history.entries())
    addTimes(direction, step, (shares[at] ?? 0) - dot(change, direction) / dot(step, change));
  return direction;
}

function softplus(level: number): number {
  return level > 0 ? level + Math.log1p(Math.exp(-level)) : Math.log1p(Math.exp(level));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTimes(to: Float64Array, from: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at++) to[at] = (to[at] ?? 0) + times * (from[at] ?? 0);
}
