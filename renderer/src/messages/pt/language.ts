import type { enLanguage } from "../en-language.ts";

export const language = {
  "look.language": "Idioma",
  "look.language.text": "As buscas são escritas com as mesmas palavras em todos os idiomas.",
  "look.language.words":
    "idioma língua tradução inglês espanhol português english español language",

  "compass.north": "N",
  "compass.south": "S",
  "compass.east": "L",
  "compass.west": "O",
  "place.near": "{latitude}; {longitude}",

  "key.ctrl": "Ctrl",
  "key.alt": "Alt",
  "key.shift": "Shift",
  "key.space": "Espaço",
  "key.enter": "Enter",
  "key.escape": "Esc",
  "key.delete": "Delete",
  "key.backspace": "Backspace",
  "key.home": "Home",
  "key.end": "End",
  "key.page-up": "Page Up",
  "key.page-down": "Page Down",
  "key.menu": "Menu",
} as const satisfies Record<keyof typeof enLanguage, string>;
