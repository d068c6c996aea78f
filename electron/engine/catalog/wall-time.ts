/**
 * @file Times as a clock on the wall shows them, counted in milliseconds as if that clock were UTC, so that
 * photos sort and group by the day the photographer saw, wherever the library is opened.
 */

/** The local wall time of an instant, for files that do not say when they were taken. */
export function localWallMs(epochMs: number): number {
  const whole = Math.round(epochMs);
  return whole - new Date(whole).getTimezoneOffset() * 60_000;
}

/** The wall time of `2023-05-14T18:03:07` or `2023-05-14T18:03:07+02:00`; the offset does not shift it. A day alone begins at midnight. */
export function takenAtWallMs(takenAt: string): number {
  return Date.parse(takenAt.length === 10 ? takenAt : `${takenAt.slice(0, 19)}Z`);
}

/** The contrary of {@link localWallMs}: the instant at which a clock here shows this. */
export function instantOfWallMs(wallMs: number): number {
  const wall = new Date(wallMs);
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
    wall.getUTCMilliseconds(),
  ).getTime();
}

/** `2023-05-14T18:03:07`. */
export function formatWallTime(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 19);
}
