export type Row = { inputs: readonly number[]; positive: boolean; weight: number };

/** Logistic regression on a few inputs, with a little L2 on all but the bias, by Newton's method. Gives back the weights, the bias last. */
export function fitLogistic(rows: readonly Row[], ridge = 1, rounds = 30): number[] {
  const size = (rows[0]?.inputs.length ?? 0) + 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight, at) => (at < size - 1 ? -ridge * weight : 0));
    const curve = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (row === column ? (row < size - 1 ? ridge : 1e-9) : 0)),
    );
    for (const { inputs, positive, weight } of rows) {
      const x = [...inputs, 1];
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (weights[at] as number), 0)));
      for (let row = 0; row < size; row++) {
        (gradient[row] as number) += weight * ((positive ? 1 : 0) - p) * (x[row] as number);
        for (let column = 0; column < size; column++)
          ((curve[row] as number[])[column] as number) +=
            weight * p * (1 - p) * (x[row] as number) * (x[column] as number);
      }
    }
    const step = solved(curve, gradient);
    weights = weights.map((value, at) => value + (step[at] as number));
    if (step.every((value) => Math.abs(value) < 1e-9)) break;
  }
  return weights;
}

/** Solves a small system of linear equations. Source: Gauss, with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows
      .slice(at)
      .reduce(
        (best, row, offset) =>
          Math.abs(row[at] as number) > Math.abs(rows[best]?.[at] as number) ? at + offset : best,
        at,
      );
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const top = rows[at] as number[];
    for (let other = 0; other < size; other++) {
      if (other === at) continue;
      const row = rows[other] as number[];
      const factor = (row[at] as number) / (top[at] as number);
      for (let column = at; column <= size; column++) (row[column] as number) -= factor * (top[column] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
