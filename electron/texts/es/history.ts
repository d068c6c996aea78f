import type { enHistory } from "../en/history.ts";

export const history = {
  "done.tag.added": "Etiqueta {tag} añadida a {count, plural, one {# foto} other {# fotos}}",
  "done.tag.removed": "Etiqueta {tag} quitada de {count, plural, one {# foto} other {# fotos}}",
  "done.tag.renamed":
    "Nombre de la etiqueta {tag} cambiado a {to} ({count, plural, one {# foto} other {# fotos}})",
  "done.tag.merged":
    "Etiqueta {tag} unida a {into} ({count, plural, one {# foto} other {# fotos}})",
  "done.tag.deleted": "Etiqueta {tag} eliminada ({count, plural, one {# foto} other {# fotos}})",
  "done.tag.synonyms": "Sinónimos de la etiqueta {tag} cambiados",
  "done.tag.key": "Etiqueta {tag} asignada a la tecla {digit}",
  "done.tag.no-key": "Etiqueta {tag} quitada de su tecla",

  "done.label.confirmed":
    "Rótulo {label} confirmado en {count, plural, one {# foto} other {# fotos}}",
  "done.label.rejected":
    "Rótulo {label} rechazado en {count, plural, one {# foto} other {# fotos}}",
  "done.label.forgotten":
    "Retirado lo dicho del rótulo {label} en {count, plural, one {# foto} other {# fotos}}",
  "done.label.tag":
    "Rótulo {label} convertido en la etiqueta {tag} en {count, plural, one {# foto} other {# fotos}}",
  "done.label.own-tag":
    "Rótulo {label} convertido en etiqueta en {count, plural, one {# foto} other {# fotos}}",

  "done.rated":
    "{count, plural, one {# foto valorada} other {# fotos valoradas}} con {stars, plural, one {# estrella} other {# estrellas}}",
  "done.unrated": "Estrellas quitadas de {count, plural, one {# foto} other {# fotos}}",
  "done.picked": "{count, plural, one {# foto elegida} other {# fotos elegidas}}",
  "done.rejected": "{count, plural, one {# foto rechazada} other {# fotos rechazadas}}",
  "done.unflagged": "Bandera quitada de {count, plural, one {# foto} other {# fotos}}",
  "done.coloured":
    "Color {colour, select, red {rojo} yellow {amarillo} green {verde} blue {azul} purple {morado} other {{colour}}} puesto a {count, plural, one {# foto} other {# fotos}}",
  "done.uncoloured": "Color quitado de {count, plural, one {# foto} other {# fotos}}",
  "done.title.removed": "Título quitado de {count, plural, one {# foto} other {# fotos}}",
  "done.title.replaced": "Título cambiado en {count, plural, one {# foto} other {# fotos}}",
  "done.caption.removed": "Descripción quitada de {count, plural, one {# foto} other {# fotos}}",
  "done.caption.replaced": "Descripción cambiada en {count, plural, one {# foto} other {# fotos}}",
  "done.values.changed": "Cambios de {fields} en {count, plural, one {# foto} other {# fotos}}",
  "done.value.back":
    "Retirado lo introducido a mano como {field, select, rating {valoración} flag {bandera} colourLabel {color} title {título} other {descripción}} de {count, plural, one {# foto} other {# fotos}}",
  "value.rating": "valoración",
  "value.flag": "bandera",
  "value.colourLabel": "color",
  "value.title": "título",
  "value.caption": "descripción",

  "done.turned":
    "{count, plural, one {# foto girada} other {# fotos giradas}} {way, select, right {a la derecha} left {a la izquierda} other {media vuelta}}",
  "done.time.later":
    "Hora de captura de {count, plural, one {# foto} other {# fotos}} movida {days, plural, =0 {} other {# d }}{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min }}{seconds, plural, =0 {} other {# s }}más tarde",
  "done.time.earlier":
    "Hora de captura de {count, plural, one {# foto} other {# fotos}} movida {days, plural, =0 {} other {# d }}{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min }}{seconds, plural, =0 {} other {# s }}más temprano",

  "done.review.same":
    "{count, plural, one {# foto declarada como editada} other {# fotos declaradas como editadas}}",
  "done.review.another":
    "{count, plural, one {# foto declarada como sustituida por otra foto} other {# fotos declaradas como sustituidas por otra foto}}",
  "done.forgotten":
    "{count, plural, one {# foto ausente quitada} other {# fotos ausentes quitadas}} de la biblioteca",
  "final.forgotten":
    "Lo que la biblioteca sabía de ellas está eliminado. Una copia de seguridad anterior lo tiene todavía: semblance restore.",
  "done.trashed": "{count, plural, one {# foto movida} other {# fotos movidas}} a la papelera",
  "final.trashed":
    "Los archivos están en la papelera del sistema: al devolverlos de ahí a su sitio, tienen de nuevo sus etiquetas.",
  "done.joined": "{name} unida a {shown} como una sola foto, con las etiquetas de ambas",
  "final.joined":
    "Los dos son archivos de una sola foto mientras tengan el mismo nombre; para tener dos, hay que cambiar el nombre de uno.",

  "done.album.added":
    "{count, plural, one {# foto añadida} other {# fotos añadidas}} al álbum {album}",
  "done.album.removed":
    "{count, plural, one {# foto quitada} other {# fotos quitadas}} del álbum {album}",
  "done.album.moved":
    "{count, plural, one {# foto movida} other {# fotos movidas}} en el álbum {album}",
  "done.album.made": "Álbum {album} creado",
  "done.album.made.with": "Álbum {album} creado con {count, plural, one {# foto} other {# fotos}}",
  "done.album.made.smart": "Álbum inteligente {album} creado",
  "done.album.made.similar": "Álbum inteligente {album} de fotos parecidas creado",
  "done.album.copied": "Álbum {album} copiado como {copy}",
  "done.album.renamed": "Nombre del álbum {album} cambiado a {name}",
  "done.album.deleted": "Álbum {album} eliminado",
  "done.album.query": "Búsqueda del álbum inteligente {album} cambiada",
  "done.album.similar": "Cambiado a qué se parece el álbum inteligente {album}",
  "done.album.cover": "Portada del álbum {album} cambiada",

  "done.duplicates.carried":
    "Lo anotado en las copias pasado a {count, plural, one {# foto} other {# fotos}}",
  "done.duplicates.keep-all":
    "Conservado un grupo entero de {count, plural, one {# foto} other {# fotos}}",
  "done.duplicates.not-duplicates":
    "{count, plural, one {# foto marcada como no duplicada} other {# fotos marcadas como no duplicadas}}",

  "done.found.renamed": "{name} reconocida, ahora se llama {to}",
  "done.found.moved": "{name} reconocida, movida de {from} a {folder}",
  "done.found.moved.renamed": "{name} reconocida, ahora se llama {to}, movida de {from} a {folder}",
  "done.found.many.renamed":
    "{count, plural, one {# foto reconocida con otro nombre} other {# fotos reconocidas con otros nombres}} en {folder}",
  "done.found.many.moved":
    "{count, plural, one {# foto reconocida, movida} other {# fotos reconocidas, movidas}} de {from} a {folder}",
  "done.located": "{name} localizada en {folder}",
  "done.located.renamed": "{name} localizada en {folder}, ahora se llama {to}",

  "done.imported":
    "Datos importados de {source}: {what} para {count, plural, one {# foto} other {# fotos}}",
  "imported.tag": "{count, plural, one {# etiqueta} other {# etiquetas}}",
  "imported.rating": "{count, plural, one {# valoración} other {# valoraciones}}",
  "imported.flag": "{count, plural, one {# bandera} other {# banderas}}",
  "imported.colour": "{count, plural, one {# color} other {# colores}}",
  "imported.title": "{count, plural, one {# título} other {# títulos}}",
  "imported.caption": "{count, plural, one {# descripción} other {# descripciones}}",

  "done.mirror.taken":
    "Tomado lo que otros programas escribieron junto a {count, plural, one {# foto} other {# fotos}}",
  "done.mirror.resolved":
    "{field, select, rating {Valoración tomada} flag {Bandera tomada} colourLabel {Color tomado} title {Título tomado} turn {Giro tomado} other {Descripción tomada}} de archivos XMP para {count, plural, one {# foto} other {# fotos}}",
} as const satisfies Record<keyof typeof enHistory, string>;
