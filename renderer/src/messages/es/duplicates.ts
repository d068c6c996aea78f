import type { enDuplicates } from "../en-duplicates.ts";

export const duplicates = {
  "sidebar.duplicates": "Duplicadas",
  "sidebar.groups": "{name}, {count, plural, one {# grupo} other {# grupos}}",

  "duplicates.title": "Duplicadas",
  "duplicates.kinds": "Clases de duplicadas",
  "duplicates.exact": "Copias exactas",
  "duplicates.same-picture": "Misma imagen",
  "duplicates.bursts": "Ráfagas",
  "duplicates.exact.text": "Archivos con los mismos bytes.",
  "duplicates.same-picture.text":
    "La misma imagen guardada de nuevo, con otro tamaño, formato o compresión.",
  "duplicates.bursts.text": "Fotos que una cámara hizo a menos de 3 segundos una de otra.",
  "duplicates.groups": "{count, plural, one {# grupo} other {# grupos}}",
  "duplicates.groups.size": "{count, plural, one {# grupo} other {# grupos}}, {size}",
  "duplicates.waiting":
    "Falta comparar {count, plural, one {# foto} other {# fotos}}. Puede haber más grupos.",
  "duplicates.one-by-one": "Uno por uno",
  "duplicates.apply": "Aplicar todas las sugerencias",
  "duplicates.previous": "Grupo anterior",
  "duplicates.next": "Grupo siguiente",

  "duplicates.group.exact":
    "Grupo {at, number} de {total, number}, copias exactas, {count, plural, one {# foto} other {# fotos}}",
  "duplicates.group.same-picture":
    "Grupo {at, number} de {total, number}, misma imagen, {count, plural, one {# foto} other {# fotos}}",
  "duplicates.group.bursts":
    "Grupo {at, number} de {total, number}, ráfaga, {count, plural, one {# foto} other {# fotos}}",
  "duplicates.place": "{at, number} de {total, number}",
  "duplicates.keep": "Conservar",
  "duplicates.trash": "A la papelera",
  "duplicates.open": "Abrir {name}",
  "duplicates.trash.one": "A la papelera: {name}",
  "duplicates.keep-best": "Conservar la mejor, {count, number} a la papelera",
  "duplicates.keep-some": "Conservar {kept, number}, {count, number} a la papelera",
  "duplicates.keep-all": "Conservar todas",
  "duplicates.not": "No son duplicadas",
  "duplicates.choose": "Elegir una que conservar",
  "duplicates.more":
    "{count, plural, one {# foto más de este grupo} other {# fotos más de este grupo}}",

  "duplicates.is.picked": "elegida",
  "duplicates.is.rated": "{count, plural, one {# estrella} other {# estrellas}}",
  "duplicates.is.largest": "la más grande",
  "duplicates.is.least-compressed": "la menos comprimida",
  "duplicates.is.tagged": "tiene {count, plural, one {# etiqueta} other {# etiquetas}}",
  "duplicates.is.in-albums": "en {count, plural, one {# álbum} other {# álbumes}}",
  "duplicates.is.earliest": "el archivo más antiguo",
  "duplicates.is.same-bytes": "los mismos bytes",
  "duplicates.is.smaller": "{share} de los píxeles",
  "duplicates.is.compressed": "{share} de los bytes",
  "duplicates.is.as-large": "mismo tamaño",

  "duplicates.none": "No hay duplicadas en {count, plural, one {# foto} other {# fotos}}.",
  "duplicates.none.here": "Aquí ningún grupo espera una decisión.",
  "duplicates.checked": "Todas las fotos se han comparado de nuevo.",

  "duplicates.trashed":
    "{count, plural, one {# foto movida} other {# fotos movidas}} a la papelera. {left, plural, one {Queda # grupo} other {Quedan # grupos}}.",
  "duplicates.stay":
    "{count, plural, one {# copia se queda} other {# copias se quedan}}, porque lo que se conserva no está donde estaba.",
  "duplicates.kept":
    "{count, plural, one {# foto conservada} other {# fotos conservadas}}. {left, plural, one {Queda # grupo} other {Quedan # grupos}}.",
  "duplicates.apart":
    "{count, plural, one {# foto separada} other {# fotos separadas}}. {left, plural, one {Queda # grupo} other {Quedan # grupos}}.",
  "trash.keeping":
    "{count, plural, one {Se conserva una foto} other {Se conservan # fotos}}, que {count, plural, one {recibe} other {reciben}} las etiquetas, álbumes, estrellas, descripciones y fechas que solo tienen {count, plural, one {sus} other {sus}} copias.",
} as const satisfies Record<keyof typeof enDuplicates, string>;
