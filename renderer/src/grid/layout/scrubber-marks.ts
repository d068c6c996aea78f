export interface SectionTop {
  /** What the track says where the section begins: its year, letter or stars. Undefined leaves it to a dot. */
  readonly label: string | undefined;
  readonly topPx: number;
}

export interface TrackLabel {
  readonly label: string;
  readonly yPx: number;
}

export interface ScrubberMarks {
  readonly labels: readonly TrackLabel[];
  /** Where a section begins that has no label. */
  readonly dots: readonly number[];
}

const LABEL_SPACING_PX = 18;
const DOT_SPACING_PX = 8;

/**
 * Labels and dots along a track as tall as `trackPx`; crowded ones are left out. Sections in a row with the same label, the months of
 * a year, share one.
 */
export function scrubberMarks(
  sections: readonly SectionTop[],
  contentPx: number,
  trackPx: number,
): ScrubberMarks {
  const labels: TrackLabel[] = [];
  let last: string | undefined;
  for (const { label, topPx } of sections) {
    if (label === undefined || label === last) continue;
    last = label;
    const yPx = (topPx / contentPx) * trackPx;
    if (yPx - (labels.at(-1)?.yPx ?? -Infinity) >= LABEL_SPACING_PX) labels.push({ label, yPx });
  }
  return { labels, dots: dotsBetween(sections, labels, (topPx) => (topPx / contentPx) * trackPx) };
}

function dotsBetween(
  sections: readonly SectionTop[],
  labels: readonly TrackLabel[],
  toTrack: (topPx: number) => number,
): readonly number[] {
  const dots: number[] = [];
  let next = 0;
  for (const { topPx } of sections) {
    const yPx = toTrack(topPx);
    while ((labels[next]?.yPx ?? Infinity) < yPx - LABEL_SPACING_PX / 2) next++;
    const isUnderLabel = Math.abs((labels[next]?.yPx ?? Infinity) - yPx) < LABEL_SPACING_PX / 2;
    if (!isUnderLabel && yPx - (dots.at(-1) ?? -Infinity) >= DOT_SPACING_PX) dots.push(yPx);
  }
  return dots;
}
