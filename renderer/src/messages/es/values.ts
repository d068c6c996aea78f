import type { enValues } from "../en-values.ts";

export const values = {
  "rating.name": "Valoración",
  "rating.none": "Sin estrellas",
  "rating.stars": "{count, plural, one {# estrella} other {# estrellas}}",
  "flag.name": "Bandera",
  "flag.pick": "Elegida",
  "flag.reject": "Rechazada",
  "flag.none": "Sin bandera",
  "flag.picked": "elegida",
  "flag.rejected": "rechazada",
  "colour.name": "Color",
  "colour.none": "Sin color",
  "colour.red": "Rojo",
  "colour.yellow": "Amarillo",
  "colour.green": "Verde",
  "colour.blue": "Azul",
  "colour.purple": "Morado",
  "colour.red.letter": "R",
  "colour.yellow.letter": "A",
  "colour.green.letter": "V",
  "colour.blue.letter": "Z",
  "colour.purple.letter": "M",
  "title.name": "Título",
  "title.placeholder": "Añadir un título",
  "caption.name": "Descripción",
  "caption.placeholder": "Añadir una descripción",
  "value.from-file": "del archivo",
  "value.take-back": "Usar el valor del archivo",
  "value.take-back.of": "Usar el valor del archivo: {name}",

  "set.going": "{count, plural, one {Cambiando # foto…} other {Cambiando # fotos…}}",
  "set.rating":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto valorada con {stars, plural, one {# estrella} other {# estrellas}}.} other {# fotos valoradas con {stars, plural, one {# estrella} other {# estrellas}}.}}",
  "set.rating.none":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto sin estrellas.} other {# fotos sin estrellas.}}",
  "set.flag.pick":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto elegida.} other {# fotos elegidas.}}",
  "set.flag.reject":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto rechazada.} other {# fotos rechazadas.}}",
  "set.flag.none":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto sin bandera.} other {# fotos sin bandera.}}",
  "set.colour":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto con el color {colour}.} other {# fotos con el color {colour}.}}",
  "set.colour.none":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto sin color.} other {# fotos sin color.}}",
  "set.title":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto con otro título.} other {# fotos con otro título.}}",
  "set.caption":
    "{count, plural, =0 {Ninguna foto cambió.} one {# foto con otra descripción.} other {# fotos con otra descripción.}}",
  "set.taken-back":
    "{count, plural, =0 {Ninguna foto cambió.} one {En # foto vale lo que dice el archivo.} other {En # fotos vale lo que dice el archivo.}}",

  "marks.mixed": "Varía",

  "mark.confirm.rating": "Otra vez {key} para valorar {count, number} fotos.",
  "mark.confirm.flag": "Otra vez {key} para poner la bandera a {count, number} fotos.",
  "mark.confirm.colour": "Otra vez {key} para dar color a {count, number} fotos.",
  "viewer.only-this":
    "Las marcas y etiquetas van solo a esta foto, no a las {count, number} seleccionadas.",

  "keys.rating": "Estrellas; 0 las quita",
  "keys.flag": "Elegida, rechazada, sin bandera",
  "keys.colour": "Rojo, amarillo, verde, azul; otra vez quita el color",
  "keys.mark-next": "Lo mismo con cada marca y pasar a la foto siguiente; también con Bloq Mayús",
} as const satisfies Record<keyof typeof enValues, string>;
