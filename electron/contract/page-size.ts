/** @file Apart from the schemas, so that the page's bundle takes these numbers without the schema library. */

/** Largest page that crosses the contract: a reply of this size takes a few milliseconds. */
export const MAX_PAGE = 500;

/** Photos per aspect-ratio block of a segment; each block has its own cursor. */
export const BLOCK = MAX_PAGE;
