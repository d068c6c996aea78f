import type { enTagging } from "../en-tagging.ts";

export const tagging = {
  "tag.add": "Añadir etiqueta",
  "tag.placeholder": "Añadir etiqueta",
  "tag.title": "{count, plural, one {Etiquetar # foto} other {Etiquetar # fotos}}",
  "tag.title.one": "Etiquetar {name}",
  "tag.remove": "Quitar la etiqueta {tag}",
  "tag.remove.name": "Quitar etiqueta",
  "tag.remove.title":
    "{count, plural, one {Quitar una etiqueta de # foto} other {Quitar una etiqueta de # fotos}}",
  "tag.remove.title.one": "Quitar una etiqueta de {name}",
  "tag.remove.none":
    "{count, plural, one {Esta foto no tiene etiquetas.} other {Estas fotos no tienen etiquetas.}}",
  "tag.imported": "Del archivo",
  "tag.mine": "Hacerla propia",
  "tag.mine.of": "Hacer propia {tag}",
  "tag.suggestions": "Etiquetas",
  "tag.added":
    "{count, plural, =0 {Todas las fotos tienen ya la etiqueta {tag}.} one {# foto etiquetada con {tag}.} other {# fotos etiquetadas con {tag}.}}",
  "tag.removed":
    "{count, plural, =0 {Ninguna foto tenía la etiqueta {tag}.} one {{tag} quitada de # foto.} other {{tag} quitada de # fotos.}}",
  "tag.adding":
    "{count, plural, one {Etiquetando # foto con {tag}…} other {Etiquetando # fotos con {tag}…}}",
  "tag.removing":
    "{count, plural, one {Quitando {tag} de # foto…} other {Quitando {tag} de # fotos…}}",

  "tag.box.on": "{count, plural, one {En esta foto} other {En estas fotos}}",
  "tag.box.favourites": "Favoritas",
  "tag.box.recent": "Recientes",
  "tag.box.matches": "Etiquetas",
  "tag.box.new": "Nueva",
  "tag.box.create": "Crear {tag}",
  "tag.box.none": "Todavía no hay etiquetas. Se crean al escribirlas.",
  "tag.box.no-match": "Ninguna etiqueta de estas fotos empieza así.",
  "tag.box.reading": "Leyendo etiquetas…",
  "tag.box.some": "{count, number} de {total, number}",
  "tag.box.name.all": "{tag}, todas, {count, number} de {total, number}",
  "tag.box.name.some": "{tag}, algunas, {count, number} de {total, number}",
  "tag.box.name.none": "{tag}, ninguna",
  "tag.box.name.one": "{tag}, {count, plural, one {# foto} other {# fotos}}",
  "tag.box.name.key": "{name}, tecla {key}",
  "tag.box.restored": "{tag} está como antes.",
  "tag.box.keys": "↑ ↓ eligen · Intro añade · / crea un nivel",
  "tag.box.keys.remove": "↑ ↓ eligen · Intro quita",

  "selection.tag": "Etiquetar",
  "selection.similar": "Similares",

  "menu.recent-tags": "Etiquetas recientes",
  "menu.remove-tag": "Quitar etiqueta",
  "menu.reading": "Leyendo…",
  "menu.no-tags": "Sin etiquetas",
  "menu.make-tag": "Convertir en etiqueta",

  "search.chip.menu.edit": "Editar",
  "search.chip.menu.remove": "Quitar",

  "label-tag.title": "Convertir “{label}” en etiqueta",
  "label-tag.text":
    "El rótulo del modelo queda como está. La etiqueta pasa a las fotos de abajo y permanece.",
  "label-tag.name": "Nombre",
  "label-tag.parent": "Dentro de",
  "label-tag.parent.placeholder": "Arriba del todo",
  "label-tag.parents": "Etiquetas donde ponerla",
  "label-tag.sure": "Seguridad",
  "label-tag.sure.value": "{percent} como mínimo",
  "label-tag.scope": "Solo fotos de esta búsqueda: {query}",
  "label-tag.adds":
    "{count, plural, =0 {No añade {tag} a ninguna foto.} one {Añade {tag} a # foto.} other {Añade {tag} a # fotos.}}",
  "label-tag.have": "{count, plural, one {# ya la tiene.} other {# ya la tienen.}}",
  "label-tag.rejected":
    "{count, plural, one {# rechazada a mano queda fuera.} other {# rechazadas a mano quedan fuera.}}",
  "label-tag.least-sure": "Menos seguras",
  "label-tag.least-sure.name": "{name}, entre las menos seguras",
  "label-tag.make": "Convertir en etiqueta",
} as const satisfies Record<keyof typeof enTagging, string>;
