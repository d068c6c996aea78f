import type { enMap } from "../en-map.ts";

export const map = {
  "map.title": "Mapa",
  "keys.map": "Mapa o fotos",
  "map.surface": "Mapa de {count, plural, one {# foto} other {# fotos}}",
  "map.keys":
    "Las flechas mueven el mapa, más y menos lo amplían y reducen, Inicio muestra todos los lugares.",
  "map.places": "Lugares",
  "map.cluster": "{count, plural, one {# foto} other {# fotos}} cerca de {place}",
  "map.show": "Mostrar {count, plural, one {esta foto} other {estas # fotos}}",
  "map.zoom-in": "Ampliar",
  "map.zoom-out": "Reducir",
  "map.fit": "Mostrar todos los lugares",
  "map.unlocated": "{count, plural, =0 {} one {# sin lugar} other {# sin lugar}}",
  "map.none":
    "{count, plural, =0 {Ninguna foto coincide.} one {Esta foto no tiene lugar.} other {Ninguna de estas # fotos tiene lugar.}}",
  "map.announce":
    "{count, plural, =0 {Ninguna foto aquí.} one {# foto aquí, } other {# fotos aquí, }}{places, plural, =0 {} one {en # lugar.} other {en # lugares.}}",
} as const satisfies Record<keyof typeof enMap, string>;
