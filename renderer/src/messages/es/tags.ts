import type { enTags } from "../en-tags.ts";

export const tags = {
  "keys.favourite": "Etiqueta favorita, poner o quitar; también de 2 a 9",
  "tags.tree": "Etiquetas",
  "tags.none":
    "Todavía no hay etiquetas. {key, select, none {Se dan a fotos seleccionadas.} other {Con fotos seleccionadas, {key} les da una.}}",
  "tags.count": "{count, plural, one {# etiqueta} other {# etiquetas}}",
  "tags.filter": "Filtrar etiquetas",
  "tags.filter.none": "Ninguna etiqueta tiene “{text}” en su nombre o sinónimos.",
  "tags.choose": "Al elegir una etiqueta se puede cambiar su nombre, moverla o darle una tecla.",
  "tags.done": "{sentence}.",

  "tags.menu.add":
    "Añadir a {count, plural, one {la foto seleccionada} other {# fotos seleccionadas}}",
  "tags.menu.new": "Nueva etiqueta dentro…",
  "tags.menu.rename": "Cambiar nombre",
  "tags.menu.move": "Mover a…",
  "tags.menu.merge": "Combinar con…",
  "tags.menu.synonyms": "Sinónimos…",
  "tags.menu.key": "Tecla favorita",
  "tags.menu.delete": "Eliminar etiqueta",

  "tags.rename.name": "Nuevo nombre de {name}",
  "tags.field.name": "Nombre",
  "tags.field.synonyms": "También",
  "tags.field.synonyms.text": "Estas palabras también la encuentran.",
  "tags.field.key": "Tecla",
  "tags.field.parent": "Dentro de",
  "tags.top": "Arriba del todo",
  "tags.show": "Mostrar",
  "tags.photos": "{count, plural, =0 {Ninguna foto} one {# foto} other {# fotos}}",
  "tags.photos.own":
    "{count, plural, =0 {ninguna con esta misma etiqueta} one {# con esta misma etiqueta} other {# con esta misma etiqueta}}",

  "tags.synonym.add": "Añadir un sinónimo",
  "tags.synonym.remove": "Quitar el sinónimo {synonym}",
  "tags.synonym.added": "{synonym} también encuentra {name}.",
  "tags.synonym.removed": "{synonym} ya no encuentra {name}.",

  "tags.key.none": "Ninguna",
  "tags.key.given": "{key} añade {name}.",
  "tags.key.taken": "{name} ya no tiene tecla.",
  "tags.key.held": "{key}, ahora {tag}",
  "tags.key.unset": "Ninguna etiqueta tiene la tecla {key}. Su menú en la barra lateral le da una.",

  "tags.weight.rename":
    "{below, plural, =0 {} one {Lleva consigo # etiqueta de debajo. } other {Lleva consigo # etiquetas de debajo. }}{photos, plural, one {# foto.} other {# fotos.}}",
  "tags.weight.merge":
    "{to} ya existe, así que ambas pasan a ser una. {below, plural, =0 {} one {Lleva consigo # etiqueta de debajo. } other {Lleva consigo # etiquetas de debajo. }}{photos, plural, one {# foto.} other {# fotos.}}",
  "tags.weight.delete":
    "{below, plural, =0 {} one {También se va # etiqueta de debajo. } other {También se van # etiquetas de debajo. }}{photos, plural, =0 {Ninguna foto la pierde.} one {# foto la pierde.} other {# fotos la pierden.}}",
  "tags.weight.undo": "Deshacer lo recupera todo.",

  "tags.move.title": "Mover {name} a",
  "tags.move.field": "Dentro de",
  "tags.move.list": "Etiquetas a las que moverla",
  "tags.move.confirm": "Mover",
  "tags.merge.title": "Combinar {name} con",
  "tags.merge.field": "Otra etiqueta",
  "tags.merge.list": "Etiquetas con las que combinarla",
  "tags.merge.confirm": "Combinar",
  "tags.join.title": "¿Combinar {name} con {to}?",
  "tags.delete.title": "¿Eliminar la etiqueta {name}?",
  "tags.delete.confirm": "Eliminar",
  "tags.new.title": "Nueva etiqueta dentro de {parent}",
  "tags.new.name": "Nombre",
  "tags.new.text":
    "{count, plural, one {La foto seleccionada la recibe.} other {Las # fotos seleccionadas la reciben.}}",
  "tags.new.confirm": "Añadir",
} as const satisfies Record<keyof typeof enTags, string>;
