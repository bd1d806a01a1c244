/** A transformation of the plane as PDF and SVG both write it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** Six numbers of an operation as a matrix. */
export function matrixOf(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

/** The attribute `transform`, to a thousandth of a point in place and a millionth in scale. */
export function transformOf([a, b, c, d, e, f]: Matrix): string {
  const scale = [a, b, c, d].map((value) => Number(value.toFixed(6)));
  return `transform="matrix(${scale.join(' ')} ${short(e)} ${short(f)})"`;
}

/** A length to a thousandth. */
export function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
