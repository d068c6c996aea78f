/** Photos that one request names, or one answer, at the most. */
export const MOST_AT_ONCE = 100_000;
