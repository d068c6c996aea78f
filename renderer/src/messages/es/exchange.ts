import type { enExchange } from "../en-exchange.ts";

export const exchange = {
  "exchange.export.menu": "Exportar etiquetas…",
  "exchange.import.menu": "Importar etiquetas…",

  "exchange.export.title": "Exportar etiquetas",
  "exchange.export.text":
    "Escribe lo introducido a mano: etiquetas, estrellas, banderas, colores, títulos y descripciones. Las fotos quedan como están.",
  "exchange.scope": "Fotos",
  "exchange.scope.library": "Toda la biblioteca",
  "exchange.scope.all":
    "Toda la biblioteca, {count, plural, one {# foto} other {# fotos}}. Una búsqueda elige algunas.",
  "exchange.scope.search": "Esta búsqueda",
  "exchange.scope.count": "{count, plural, one {# foto} other {# fotos}}",
  "exchange.scope.query": "{query} · {count, plural, one {# foto} other {# fotos}}",
  "exchange.format": "Formato",
  "exchange.format.csv": "CSV",
  "exchange.format.csv.text": "Una fila por foto, para hojas de cálculo y otros programas.",
  "exchange.format.jsonl": "JSON Lines",
  "exchange.format.jsonl.text": "Un objeto por foto, para scripts.",
  "exchange.format.xmp": "Archivos XMP",
  "exchange.format.xmp.text":
    "Una carpeta de archivos .xmp como los leen Lightroom, digiKam y darktable, para las fotos con algo introducido a mano.",
  "exchange.export.next": "Elegir dónde…",
  "exchange.export.choose": "Elegir una carpeta. Nada de lo que contiene se reemplaza.",
  "exchange.export.choose.xmp":
    "Elegir una carpeta fuera de la biblioteca. Nada de lo que contiene se reemplaza.",
  "exchange.export.name": "Nombre del archivo",
  "exchange.export.name.bad":
    "Hace falta un nombre que no empiece por un punto ni contenga / \\ : * ? “ < > |.",
  "exchange.export.here": "Exportar aquí",
  "exchange.export.progress": "Exportación",
  "exchange.export.count": "{done, number} de {total, number} fotos",
  "exchange.export.done":
    "{count, plural, one {# foto escrita} other {# fotos escritas}} en {name}.",
  "exchange.export.done.xmp":
    "{count, plural, =0 {Ninguna foto tiene algo introducido a mano, así que no se escribió nada.} one {# archivo .xmp escrito en {name}.} other {# archivos .xmp escritos en {name}.}}",
  "exchange.export.stopped": "La exportación se detuvo. No queda nada de ella.",
  "exchange.export.stopped.xmp":
    "La exportación se detuvo. {count, plural, =0 {No se escribió nada.} one {# archivo .xmp está en {name}.} other {# archivos .xmp están en {name}.}}",
  "exchange.export.problems":
    "{count, plural, one {# archivo .xmp no se pudo escribir.} other {# archivos .xmp no se pudieron escribir.}}",

  "exchange.import.title": "Importar etiquetas",
  "exchange.import.title.of": "Importar {name}",
  "exchange.import.text":
    "De un archivo .csv o .jsonl, una carpeta de archivos .xmp o la base de datos de digiKam (digikam4.db). Nada cambia antes de ver qué cambiaría.",
  "exchange.import.choose":
    "Elegir un archivo .csv o .jsonl o el digikam4.db de digiKam, o entrar en una carpeta con archivos .xmp.",
  "exchange.import.preview": "Todavía no ha cambiado nada.",
  "exchange.import.file": "Un archivo",
  "exchange.import.file.text": "CSV, JSON Lines o el digikam4.db de digiKam.",
  "exchange.import.folder": "Una carpeta de archivos .xmp",
  "exchange.import.folder.text":
    "Con todas las carpetas que contiene, estén donde estén las fotos.",
  "exchange.import.choose-file": "Elegir archivo…",
  "exchange.import.choose-folder": "Elegir carpeta…",
  "exchange.import.here": "Leer aquí los archivos .xmp",
  "exchange.import.reading": "Leyendo, {rows, plural, one {# fila} other {# filas}} hasta ahora.",
  "exchange.import.digikam":
    "La base de datos de digiKam se lee según su formato publicado, sin comprobar mientras no se pruebe con una real. Conviene mirar antes qué cambia.",
  "exchange.import.would":
    "{count, plural, =0 {No cambia nada.} one {Cambia # foto.} other {Cambian # fotos.}}",
  "exchange.import.rows": "{count, plural, one {# fila leída.} other {# filas leídas.}}",
  "exchange.import.invalid":
    "{count, plural, one {# fila no es como se esperaba. Mientras no lo sea, no se puede importar nada.} other {# filas no son como se esperaba. Mientras no lo sean, no se puede importar nada.}}",
  "exchange.import.unmatched":
    "{count, plural, one {# fila no es de ninguna foto de esta biblioteca y se omite.} other {# filas no son de ninguna foto de esta biblioteca y se omiten.}}",
  "exchange.import.unreadable":
    "{count, plural, one {# archivo no se puede leer y se omite.} other {# archivos no se pueden leer y se omiten.}}",
  "exchange.import.contradiction":
    "{count, plural, one {# fila contradice a una anterior sobre la misma foto. Vale la anterior.} other {# filas contradicen a una anterior sobre la misma foto. Vale la anterior.}}",
  "exchange.import.changes": "Qué cambia",
  "exchange.import.problems": "Problemas",
  "exchange.import.more": "y {count, number} más",
  "exchange.import.added": "Añadir {tag}",
  "exchange.import.value": "{field}: {from} → {to}",
  "exchange.import.apply": "Importar",
  "exchange.import.applying": "Importación",
  "exchange.import.count": "{done, number} de {total, number} fotos",
  "exchange.import.done":
    "{count, plural, one {{name} importado para # foto.} other {{name} importado para # fotos.}}",
  "exchange.import.stopped":
    "La importación se detuvo. {count, plural, =0 {No cambió nada.} one {# foto tiene lo que dice {name}.} other {# fotos tienen lo que dice {name}.}}",
  "exchange.import.failed": "Esto no se puede importar.",
} as const satisfies Record<keyof typeof enExchange, string>;
