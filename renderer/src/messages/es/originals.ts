import type { enOriginals } from "../en-originals.ts";

export const originals = {
  "menu.export": "Exportar copias…",
  "menu.trash": "Mover a la papelera",
  "keys.export": "Exportar copias",
  "keys.trash": "Mover a la papelera",

  "trash.title": "¿Mover {count, plural, one {# foto} other {# fotos}} a la papelera?",
  "trash.title.one": "¿Mover {name} a la papelera?",
  "trash.text":
    "{count, plural, one {El archivo va} other {Los archivos van}} a la papelera del sistema, con los archivos RAW y sidecars que {count, plural, one {le} other {les}} pertenecen. Etiquetas, valoraciones y descripciones se quedan aquí y vuelven al restaurar {count, plural, one {el archivo} other {los archivos}}.",
  "trash.confirm": "Mover a la papelera",
  "trash.progress": "Moviendo a la papelera",
  "trash.done":
    "{count, plural, one {# foto movida} other {# fotos movidas}} a la papelera del sistema.",
  "trash.problems":
    "{count, plural, one {# foto no se pudo mover y sigue} other {# fotos no se pudieron mover y siguen}} donde {count, plural, one {estaba} other {estaban}}.",

  "export.title": "Exportar {count, plural, one {# foto} other {# fotos}}",
  "export.title.one": "Exportar {name}",
  "export.text": "Las copias se escriben en la carpeta elegida. Las fotos quedan como están.",
  "export.choose": "Elegir una carpeta para las copias. Nada de lo que contiene se reemplaza.",
  "export.format": "Formato",
  "export.format.original": "Como están",
  "export.format.jpeg": "JPEG",
  "export.format.webp": "WebP",
  "export.format.png": "PNG",
  "export.size": "Lado más largo",
  "export.size.full": "Tamaño completo",
  "export.size.px": "{px, number} píxeles",
  "export.quality": "Calidad",
  "export.quality.value": "{quality} de 100",
  "export.without-location": "Omitir dónde se tomaron",
  "export.next": "Elegir carpeta…",
  "export.here": "Exportar aquí",
  "export.progress": "Exportación",
  "export.count": "{done, number} de {count, number}",
  "export.done": "{count, plural, one {# copia escrita} other {# copias escritas}} en {name}.",
  "export.problems":
    "{count, plural, one {# foto no se pudo copiar.} other {# fotos no se pudieron copiar.}}",
} as const satisfies Record<keyof typeof enOriginals, string>;
