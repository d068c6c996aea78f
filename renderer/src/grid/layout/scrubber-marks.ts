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

/** A line of the label's text, which is 1 rem high, and what keeps it apart from the next. */
const LABEL_SPACING_REM = 1.125;
const DOT_SPACING_PX = 8;

export interface Track {
  /** Of all that is scrolled. */
  readonly contentPx: number;
  readonly trackPx: number;
  /** The user's font size. */
  readonly remPx: number;
}

/**
 * Labels and dots along a track as tall as `trackPx`; crowded ones are left out. Sections in a row with the same label, the months of
 * a year, share one.
 */
export function scrubberMarks(
  sections: readonly SectionTop[],
  { contentPx, trackPx, remPx }: Track,
): ScrubberMarks {
  const spacingPx = LABEL_SPACING_REM * remPx;
  const labels: TrackLabel[] = [];
  let last: string | undefined;
  for (const { label, topPx } of sections) {
    if (label === undefined || label === last) continue;
    last = label;
    const yPx = (topPx / contentPx) * trackPx;
    if (yPx - (labels.at(-1)?.yPx ?? -Infinity) >= spacingPx) labels.push({ label, yPx });
  }
  const sectionsPx = sections.map(({ topPx }) => (topPx / contentPx) * trackPx);
  return { labels, dots: dotsBetween(sectionsPx, labels, spacingPx / 2) };
}

/** `clearPx`: how far a dot stays away from the middle of a label. */
function dotsBetween(
  sectionsPx: readonly number[],
  labels: readonly TrackLabel[],
  clearPx: number,
): readonly number[] {
  const dots: number[] = [];
  let next = 0;
  for (const yPx of sectionsPx) {
    while ((labels[next]?.yPx ?? Infinity) < yPx - clearPx) next++;
    const isUnderLabel = Math.abs((labels[next]?.yPx ?? Infinity) - yPx) < clearPx;
    if (!isUnderLabel && yPx - (dots.at(-1) ?? -Infinity) >= DOT_SPACING_PX) dots.push(yPx);
  }
  return dots;
}
