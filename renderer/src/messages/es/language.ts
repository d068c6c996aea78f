import type { enLanguage } from "../en-language.ts";

export const language = {
  "look.language": "Idioma",
  "look.language.text": "Las búsquedas se escriben con las mismas palabras en todos los idiomas.",
  "look.language.words":
    "idioma lengua traducción inglés español castellano portugués english português language",

  "compass.north": "N",
  "compass.south": "S",
  "compass.east": "E",
  "compass.west": "O",
  "place.near": "{latitude}; {longitude}",

  "key.ctrl": "Ctrl",
  "key.alt": "Alt",
  "key.shift": "Mayús",
  "key.space": "Espacio",
  "key.enter": "Intro",
  "key.escape": "Esc",
  "key.delete": "Supr",
  "key.backspace": "Retroceso",
  "key.home": "Inicio",
  "key.end": "Fin",
  "key.page-up": "Re Pág",
  "key.page-down": "Av Pág",
  "key.menu": "Menú",
} as const satisfies Record<keyof typeof enLanguage, string>;
