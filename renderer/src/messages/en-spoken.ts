/** @file What only screen readers are told, by the rules of en.ts. */
export const enSpoken = {
  "spoken.undo": "{text} Undo with {keys}.",
  "spoken.results": "{count, plural, =0 {No photos.} one {# photo.} other {# photos.}}",
  "spoken.results.for":
    "{count, plural, =0 {No photos for {what}.} one {# photo for {what}.} other {# photos for {what}.}}",
  "spoken.term": "{field} {value}",
  "spoken.term.not": "not {field} {value}",
} as const;
