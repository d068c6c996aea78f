/** @file Flags and colour labels by name, apart from their schemas: the page needs the names and not the validator. */
export const flags = ["pick", "reject"] as const;
export type Flag = (typeof flags)[number];

/** In the order in which every program shows them. */
export const colourLabels = ["red", "yellow", "green", "blue", "purple"] as const;
export type ColourLabel = (typeof colourLabels)[number];
