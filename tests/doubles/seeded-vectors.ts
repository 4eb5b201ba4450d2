/** Vectors of unit length in clusters, as those of sentences are: the same ones for the same seed. */
export function seededVectors(count: number, dimensions: number, seed = 1): readonly (readonly number[])[] {
  const next = seededNumbers(seed);
  const draw = (): number[] => Array.from({ length: dimensions }, () => next() + next() + next() - 1.5);
  const centres = Array.from({ length: Math.ceil(count / 50) }, draw);
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(next() * centres.length)] ?? [];
    return toUnit(draw().map((value, place) => value * 0.7 + (centre[place] ?? 0)));
  });
}

/** Numbers from 0 up to 1 (a linear congruence, its constants from "Numerical Recipes"). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
