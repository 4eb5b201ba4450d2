import { describe, expect, it } from "vitest";
import { fitListwise, fitLogistic, type Group, type Row } from "../../learn/fit-weights.ts";

/** Numbers from 0 to 1, the same ones each time. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const TRUE_WEIGHTS = [3, -2, 0];
const scoreOf = (row: Float64Array, weights: ArrayLike<number>) =>
  row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

describe("weights learned from lists", () => {
  const draw = drawer(1);
  const groups = Array.from({ length: 400 }, (): Group => {
    const rows = Array.from({ length: 6 }, () => Float64Array.from([draw(), draw(), draw()]));
    // The right one is drawn as the model says: by the softmax of the true scores.
    const shares = rows.map((row) => Math.exp(scoreOf(row, TRUE_WEIGHTS)));
    let left = draw() * shares.reduce((sum, one) => sum + one, 0);
    const right = shares.findIndex((share) => {
      left -= share;
      return left <= 0;
    });
    return { rows, isRight: rows.map((_, at) => at === right), weight: 1 };
  });

  it("come near those that the lists were drawn with", () => {
    const weights = fitListwise(groups, 3, 1e-6);
    for (const [at, weight] of TRUE_WEIGHTS.entries())
      expect(Math.abs((weights[at] ?? 9) - weight)).toBeLessThan(0.7);
  });

  it("cannot be bettered by a step in any direction", () => {
    const loss = (weights: ArrayLike<number>): number =>
      groups.reduce((sum, { rows, isRight }) => {
        const exps = rows.map((row) => Math.exp(scoreOf(row, weights)));
        const right = exps.reduce((all, one, at) => all + (isRight[at] ? one : 0), 0);
        return sum - Math.log(right / exps.reduce((all, one) => all + one, 0));
      }, 0);
    const weights = fitListwise(groups, 3, 0);
    for (const at of [0, 1, 2])
      for (const step of [-0.05, 0.05]) {
        const other = weights.map((one, place) => (place === at ? one + step : one));
        expect(loss(other)).toBeGreaterThan(loss(weights));
      }
  });

  it("are the same to the last bit each time, and take no notice of lists that tell nothing", () => {
    const nothing: Group = { rows: [Float64Array.from([9, 9, 9])], isRight: [true], weight: 5 };
    expect([...fitListwise([...groups, nothing], 3, 0.01)]).toEqual([...fitListwise(groups, 3, 0.01)]);
  });
});

describe("a curve learned from rows", () => {
  const draw = drawer(2);
  const rows = Array.from({ length: 2_000 }, (): Row => {
    const features = Float64Array.from([draw(), draw()]);
    const level = 4 * (features[0] ?? 0) - 2 * (features[1] ?? 0) - 1;
    return { features, label: draw() < 1 / (1 + Math.exp(-level)), weight: 1 };
  });

  it("comes near the one that they were drawn with", () => {
    const [first = 0, second = 0, start = 0] = fitLogistic(rows, 2, 1e-7);
    expect(Math.abs(first - 4)).toBeLessThan(0.7);
    expect(Math.abs(second + 2)).toBeLessThan(0.7);
    expect(Math.abs(start + 1)).toBeLessThan(0.5);
  });

  it("leans to 0 under a penalty, its start apart", () => {
    const [first = 9, second = 9] = fitLogistic(rows, 2, 100);
    expect(Math.abs(first) + Math.abs(second)).toBeLessThan(0.1);
  });
});
