/** @file The texts of the choice of a language, and names of keys and directions, by the rules of en.ts. */
export const enLanguage = {
  "look.language": "Language",
  "look.language.text": "Searches are written in the same words in every language.",
  "look.language.words": "language translation english spanish portuguese español português idioma",

  "compass.north": "N",
  "compass.south": "S",
  "compass.east": "E",
  "compass.west": "W",
  "place.near": "{latitude}, {longitude}",

  "key.ctrl": "Ctrl",
  "key.alt": "Alt",
  "key.shift": "Shift",
  "key.space": "Space",
  "key.enter": "Enter",
  "key.escape": "Esc",
  "key.delete": "Delete",
  "key.backspace": "Backspace",
  "key.home": "Home",
  "key.end": "End",
  "key.page-up": "Page Up",
  "key.page-down": "Page Down",
  "key.menu": "Menu",
} as const;
