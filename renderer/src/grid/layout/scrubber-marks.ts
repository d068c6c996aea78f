export interface SectionTop {
  /** `2023-05`, `2023-05-14`, or "" for photos without a date. */
  readonly key: string;
  readonly topPx: number;
}

export interface YearMark {
  readonly year: string;
  readonly yPx: number;
}

export interface ScrubberMarks {
  readonly years: readonly YearMark[];
  /** Where a month begins that has no year label. */
  readonly dots: readonly number[];
}

const YEAR_SPACING_PX = 18;
const DOT_SPACING_PX = 8;

/** Year labels and month dots along a track as tall as `trackPx`; crowded ones are left out. */
export function scrubberMarks(
  sections: readonly SectionTop[],
  contentPx: number,
  trackPx: number,
): ScrubberMarks {
  const years: YearMark[] = [];
  let lastYear: string | undefined;
  for (const { key, topPx } of sections) {
    const year = key.slice(0, 4);
    if (!/^\d{4}$/.test(year) || year === lastYear) continue;
    lastYear = year;
    const yPx = (topPx / contentPx) * trackPx;
    if (yPx - (years.at(-1)?.yPx ?? -Infinity) >= YEAR_SPACING_PX) years.push({ year, yPx });
  }
  return { years, dots: monthDots(sections, years, (topPx) => (topPx / contentPx) * trackPx) };
}

function monthDots(
  sections: readonly SectionTop[],
  years: readonly YearMark[],
  toTrack: (topPx: number) => number,
): readonly number[] {
  const dots: number[] = [];
  let nextYear = 0;
  for (const { topPx } of sections) {
    const yPx = toTrack(topPx);
    while ((years[nextYear]?.yPx ?? Infinity) < yPx - YEAR_SPACING_PX / 2) nextYear++;
    const isUnderYear = Math.abs((years[nextYear]?.yPx ?? Infinity) - yPx) < YEAR_SPACING_PX / 2;
    if (!isUnderYear && yPx - (dots.at(-1) ?? -Infinity) >= DOT_SPACING_PX) dots.push(yPx);
  }
  return dots;
}
