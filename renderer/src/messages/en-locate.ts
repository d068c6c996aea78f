/** @file The texts of saying which file a missing photo has now, by the rules of en.ts. */
export const enLocate = {
  "locate-photo.title": "Which file is {name} now?",
  "locate-photo.text":
    "It was at {path}. Choose its file, in a folder of the library. The photo keeps its tags.",
  "locate-photo.some":
    "The first {count, plural, one {photo} other {# photos}} of this folder, by name.",
  "locate-photo.confirm": "It is this file",
  "locate-photo.mismatch": "This is a different picture. Link it anyway?",
  "locate-photo.insist": "Link it anyway",
  "locate-photo.done": "{name} is linked to its file.",
} as const;
