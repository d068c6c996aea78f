import type { enSidecars } from "../en-sidecars.ts";

export const sidecars = {
  "folder.sidecars": "Sidecars…",

  "detail.sidecar": "Sidecar",
  "sidecar.off": "Desactivado en esta carpeta. Las etiquetas se guardan en la biblioteca.",
  "sidecar.none": "Todavía no hay nada que escribir.",
  "sidecar.in-sync": "Sincronizado.",
  "sidecar.waiting": "Pendiente de escribir.",
  "sidecar.conflict": "El archivo y la biblioteca no coinciden.",
  "sidecar.failed": "El archivo no se pudo escribir.",
  "sidecar.write": "Escribir ahora",
  "sidecar.conflict.values": "{field}: {here} aquí, {there} en el archivo.",
  "sidecar.field.title": "Título",
  "sidecar.field.caption": "Descripción",
  "sidecar.field.flag": "Bandera",
  "sidecar.field.colourLabel": "Color",
  "sidecar.nothing": "nada",
  "sidecar.keep": "Conservar {value}",
  "sidecar.take": "Tomar {value}",
  "sidecar.kept": "Se conserva el valor de la biblioteca y pasa al archivo.",
  "sidecar.taken": "Se toma el valor del archivo.",

  "sidecars.title": "Sidecars de {name}",
  "sidecars.text":
    "Lightroom, digiKam, darktable y otros leen etiquetas, valoraciones y descripciones de un archivo .xmp junto a cada foto. Las fotos nunca se modifican.",
  "sidecars.switch": "Escribir archivos .xmp junto a las fotos",
  "sidecars.is-on":
    "Lo que se introduce se escribe un momento después. Lo que escriben otros programas llega a la biblioteca.",
  "sidecars.is-off":
    "Lo que se introduce se queda en la biblioteca. Los archivos que ya existen quedan como están.",
  "sidecars.name": "Los archivos nuevos se llaman",
  "sidecars.name.text":
    "En todas las carpetas. Los archivos que ya existen conservan su nombre, y las fotos que compartirían IMG.xmp reciben IMG.jpg.xmp.",
  "sidecars.name.set": "Desde ahora, los archivos .xmp nuevos se llaman {name}.",
  "sidecars.on": "Desde ahora, lo que se introduce en {name} se escribe en archivos .xmp.",
  "sidecars.off": "En {name} ya no se escriben archivos .xmp.",
  "sidecars.waiting":
    "{count, plural, one {# cambio pendiente} other {# cambios pendientes}} de escribir.",
  "sidecars.conflicts":
    "{count, plural, one {# foto no coincide con su archivo.} other {# fotos no coinciden con su archivo.}}",
  "sidecars.read-only":
    "{count, plural, one {No se escribe # archivo .xmp} other {No se escriben # archivos .xmp}}, porque la carpeta o el archivo es de solo lectura. Las etiquetas se guardan en la biblioteca.",
  "sidecars.stuck":
    "No se pudo escribir el archivo .xmp de {count, plural, one {# foto} other {# fotos}}.",
  "sidecars.retry": "Intentar de nuevo: {text}",
  "sidecars.show": "Mostrar: {text}",
  "sidecars.show.word": "Mostrar",

  "first-tags.title": "Las etiquetas",
  "first-tags.keep": "Guardarlas en Semblance",
  "first-tags.write": "Escribir también archivos .xmp junto a las fotos",
  "first-tags.who": "Lightroom, digiKam, darktable y otros los leen.",
  "first-tags.later": "Se puede cambiar más tarde en cada carpeta.",
} as const satisfies Record<keyof typeof enSidecars, string>;
