/**
 * @file Which photos are a burst: one rule for culling and for groups of duplicates.
 */

/** What is known of a photo when bursts are looked for. */
export interface Shot {
  /** As in the contract's Photo: wall time, or a day alone. */
  readonly takenAt: string | null;
  /** Undefined until somebody read it; until then it may be any. */
  readonly camera: string | null | undefined;
}

/** From one photo of a burst to the next. */
export const GAP_SECONDS = 3;
/** To each side: a burst that never ends would be read and drawn as a whole. */
export const MOST_BESIDE = 100;

/**
 * The places of the photos that one camera took within 3 s of each other, around the one at `at` and in the order of the list; that
 * one alone where it stands alone. Photos of other cameras in between are left out.
 * @param shotAt undefined beyond the ends, and where a photo was not read.
 */
export function burstAround(
  at: number,
  shotAt: (place: number) => Shot | undefined,
): readonly number[] {
  const middle = shotAt(at);
  if (!middle) return [];
  const before = follow(at, { step: -1, middle, shotAt }).reverse();
  return [...before, at, ...follow(at, { step: 1, middle, shotAt })];
}

interface Walk {
  readonly step: 1 | -1;
  readonly middle: Shot;
  readonly shotAt: (place: number) => Shot | undefined;
}

function follow(at: number, { step, middle, shotAt }: Walk): number[] {
  const found: number[] = [];
  let last = secondsOf(middle);
  for (let place = at + step; Math.abs(place - at) <= MOST_BESIDE; place += step) {
    const shot = shotAt(place);
    const seconds = shot && secondsOf(shot);
    if (!shot || seconds === undefined || last === undefined) break;
    if (Math.abs(seconds - last) > GAP_SECONDS) break;
    if (!isOneCamera(shot, middle)) continue;
    found.push(place);
    last = seconds;
  }
  return found;
}

function isOneCamera(a: Shot, b: Shot): boolean {
  return a.camera === undefined || b.camera === undefined || a.camera === b.camera;
}

/** Of the camera's own clock, whose offset does not change within a burst; undefined for a day alone. */
function secondsOf({ takenAt }: Shot): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(takenAt ?? "");
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second) / 1000;
}
