import type { DuplicateKind, KeepReason } from "../../contract/duplicates.ts";
import type { Candidate } from "./read-candidates.ts";

export interface Suggestion {
  readonly keep: Candidate;
  /** What speaks for it over at least one of the others, the most important first. */
  readonly reasons: readonly KeepReason[];
}

/** One thing by which photos are compared. */
interface Criterion {
  /** Greater is better. */
  readonly worth: (one: Candidate) => number;
  /** How it is said; without it, it decides in silence. */
  readonly reason?: KeepReason;
}

const picked: Criterion = { worth: ({ flag }) => Number(flag === "pick"), reason: "picked" };
const rated: Criterion = { worth: ({ rating }) => rating, reason: "rated" };
/** What the user rejected is kept only where there is nothing else. */
const notRejected: Criterion = { worth: ({ flag }) => -Number(flag === "reject") };
const largest: Criterion = { worth: ({ pixels }) => pixels, reason: "largest" };
/** Of the same number of pixels, more bytes are less loss. */
const leastCompressed: Criterion = {
  worth: ({ sizeBytes }) => sizeBytes,
  reason: "least-compressed",
};
/** Of different photos more bytes are more detail, of which sharpness is some; not enough to be said. */
const mostDetail: Criterion = { worth: leastCompressed.worth };
const tagged: Criterion = { worth: ({ tags }) => tags, reason: "tagged" };
const inAlbums: Criterion = { worth: ({ albums }) => albums, reason: "in-albums" };
const earliest: Criterion = { worth: ({ modifiedAtMs }) => -modifiedAtMs, reason: "earliest" };
/** "IMG_5.jpg" before "IMG_5 copy.jpg". */
const shortestName: Criterion = { worth: ({ nameLength }) => -nameLength };

const ofCopies = [
  notRejected,
  largest,
  leastCompressed,
  tagged,
  rated,
  picked,
  inAlbums,
  earliest,
  shortestName,
];
/** Photos of a burst are different photos: what the user thinks of them counts first. */
const ofBursts = [notRejected, picked, rated, largest, mostDetail, tagged, inAlbums];

/** Which of the photos to keep, and why. `candidates` are at least one. */
export function suggest(kind: DuplicateKind, candidates: readonly Candidate[]): Suggestion {
  const keep = bestOf(kind, candidates);
  return { keep, reasons: reasonsFor(keep, candidates, criteriaOf(kind)) };
}

/** Which of the photos to keep; of equals the one that came first. `candidates` are at least one. */
export function bestOf(kind: DuplicateKind, candidates: readonly Candidate[]): Candidate {
  const criteria = criteriaOf(kind);
  let [best] = candidates;
  if (!best) throw new Error("expected photos to choose from but got none");
  for (const one of candidates) if (compare(criteria, one, best) < 0) best = one;
  return best;
}

function criteriaOf(kind: DuplicateKind): readonly Criterion[] {
  return kind === "bursts" ? ofBursts : ofCopies;
}

function compare(criteria: readonly Criterion[], a: Candidate, b: Candidate): number {
  for (const { worth } of criteria) {
    const difference = worth(b) - worth(a);
    if (difference !== 0) return difference;
  }
  return a.id - b.id;
}

/** Only what is true of it over another, and none of the others beats. */
function reasonsFor(
  keep: Candidate,
  candidates: readonly Candidate[],
  criteria: readonly Criterion[],
): KeepReason[] {
  return criteria.flatMap(({ worth, reason }) => {
    if (!reason) return [];
    const others = candidates.filter((one) => isComparable(reason, keep, one)).map(worth);
    const own = worth(keep);
    const isBest = others.every((other) => other <= own) && others.some((other) => other < own);
    return isBest ? [reason] : [];
  });
}

/** Bytes say something about compression only where as many pixels are compressed. */
function isComparable(reason: KeepReason, keep: Candidate, other: Candidate): boolean {
  return reason !== "least-compressed" || other.pixels === keep.pixels;
}
