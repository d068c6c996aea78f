/** @file Flags, colour labels and other values of a search by name, apart from their schemas: the page needs the names and not the validator. */
export const flags = ["pick", "reject"] as const;
export type Flag = (typeof flags)[number];

/** How a photo is turned for display: degrees clockwise over the orientation that its file has of its own. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

/** What can be done to it: to the right, to the left, upside down. */
export const turnSteps = [90, -90, 180] as const;
export type TurnStep = (typeof turnSteps)[number];

/** In the order in which every program shows them. */
export const colourLabels = ["red", "yellow", "green", "blue", "purple"] as const;
export type ColourLabel = (typeof colourLabels)[number];

/**
 * The shape of a picture as it is shown. `square`: its sides differ by 2 % at most. `panorama`: at least twice as wide as high; a
 * `landscape` is less wide.
 */
export const orientations = ["landscape", "portrait", "square", "panorama"] as const;
export type Orientation = (typeof orientations)[number];

/** What `is:` finds, besides flags: in the order in which it is told. */
export const photoFacts = [
  "untagged",
  "missing",
  "failed",
  "review",
  "conflict",
  "unwritten",
  "indexed",
  "photo",
  "video",
] as const;
export type PhotoFact = (typeof photoFacts)[number];

/** What `is:` calls the flags. */
export const flagWords: Readonly<Record<string, Flag>> = { picked: "pick", rejected: "reject" };
