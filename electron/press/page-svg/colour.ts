/** A colour of the page on the screen. One number is grey, three are RGB, four are the inks; each from 0 to 1. */
export function screenColour(values: readonly number[]): string {
  const [first = 0, second = 0, third = 0, black] = values;
  const rgb =
    black !== undefined
      ? [first, second, third].map((ink) => (1 - ink) * (1 - black))
      : values.length === 3
        ? [first, second, third]
        : [first, first, first];
  return `#${rgb
    .map((part) =>
      Math.round(255 * Math.min(1, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
