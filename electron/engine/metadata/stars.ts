/** A rating of 0 to 5 stars; -1, which means "rejected", is none of them. Undefined for anything else. */
export function toStars(value: unknown): number | undefined {
  const stars = Math.round(Number(value === "" || value === null ? Number.NaN : value));
  if (stars === -1) return 0;
  return stars >= 0 && stars <= 5 ? stars : undefined;
}
