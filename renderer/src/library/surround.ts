/** What is around a photo that is looked at. The canvas is the window's own colour. */
export const surrounds = ["canvas", "black", "dark", "middle", "white"] as const;
export type Surround = (typeof surrounds)[number];

/** In turn; what was stored may be no surround of this version. */
export function surroundAfter(surround: Surround): Surround {
  return surrounds[(surrounds.indexOf(surround) + 1) % surrounds.length] ?? "canvas";
}
