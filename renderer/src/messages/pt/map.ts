import type { enMap } from "../en-map.ts";

export const map = {
  "map.title": "Mapa",
  "keys.map": "Mapa ou fotos",
  "map.surface": "Mapa de {count, plural, one {# foto} other {# fotos}}",
  "map.keys": "As setas movem o mapa, mais e menos ampliam e reduzem, Home mostra todos os locais.",
  "map.places": "Locais",
  "map.cluster": "{count, plural, one {# foto} other {# fotos}} perto de {place}",
  "map.show": "Mostrar {count, plural, one {esta foto} other {estas # fotos}}",
  "map.zoom-in": "Ampliar",
  "map.zoom-out": "Reduzir",
  "map.fit": "Mostrar todos os locais",
  "map.unlocated": "{count, plural, =0 {} one {# sem local} other {# sem local}}",
  "map.none":
    "{count, plural, =0 {Nenhuma foto corresponde.} one {Esta foto não tem local.} other {Nenhuma destas # fotos tem local.}}",
  "map.announce":
    "{count, plural, =0 {Nenhuma foto aqui.} one {# foto aqui, } other {# fotos aqui, }}{places, plural, =0 {} one {em # local.} other {em # locais.}}",
} as const satisfies Record<keyof typeof enMap, string>;
