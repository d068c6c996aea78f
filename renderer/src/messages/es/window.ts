/** @file The texts of the window that en.ts itself has, but for those in work.ts. */
import type { MessageKey } from "../en.ts";

export const window = {
  "app.cannot-start": "Semblance no puede arrancar aquí.",

  "address.invalid":
    "Esta dirección no está completa. Hay que abrir la dirección que Semblance mostró al arrancar.",

  "topbar.sidebar": "Barra lateral",
  "topbar.details": "Detalles",
  "topbar.more": "Más",
  "topbar.filters": "Filtros",
  "topbar.size": "Tamaño de miniaturas",
  "topbar.theme": "Tema",
  "theme.system": "Como el sistema",
  "theme.light": "Claro",
  "theme.dark": "Oscuro",

  "region.photos": "Fotos",
  "region.details": "Detalles",

  "sidebar.library": "Biblioteca",
  "sidebar.all": "Todas las fotos",
  "sidebar.recent": "Añadidas hace poco",
  "sidebar.picks": "Elegidas",
  "sidebar.untagged": "Sin etiquetas",
  "sidebar.folders": "Carpetas",
  "sidebar.tags": "Etiquetas",
  "sidebar.care": "Cuidado",
  "sidebar.missing": "Ausentes",
  "sidebar.failed": "No mostradas",
  "sidebar.add-folder": "Añadir carpeta",
  "sidebar.count": "{name}, {count, plural, one {# foto} other {# fotos}}",

  "folder.menu": "Acciones para {name}",
  "folder.check": "Comprobar ahora",
  "folder.remove": "Quitar de la biblioteca",
  "folder.scanning": "Leyendo la carpeta",
  "folder.watching": "Los cambios se detectan al momento",
  "folder.rescan-only":
    "Se comprueba de vez en cuando, porque esta carpeta no puede avisar de cambios",
  "folder.unwatched": "Sin vigilar en este momento",
  "folder.offline": "{name} está desconectada. Fotos, etiquetas y miniaturas se conservan.",
  "folder.offline.found":
    "{name} está desconectada. Las mismas fotos están en {path}. Fotos, etiquetas y miniaturas se conservan.",
  "folder.take-found": "Usar este lugar",
  "folder.locate": "Localizar…",
  "folder.located": "{name} es ahora {path}.",
  "folder.ignore": "Omitir…",
  "folder.rescan.network":
    "{name} está en una red y no puede avisar de cambios, así que se comprueba cada 2 horas.",
  "folder.rescan.watch-limit":
    "{name} tiene más carpetas de las que este sistema vigila, así que se comprueba cada 2 horas. En Linux hay que subir fs.inotify.max_user_watches y comprobarla ahora.",
  "folder.rescan.handle-limit":
    "Este sistema no permite más archivos abiertos ni vigilantes, así que {name} se comprueba cada 2 horas. En Linux hay que subir fs.inotify.max_user_instances o el límite de archivos abiertos.",
  "folder.rescan.watch-failed":
    "{name} no puede avisar de cambios, así que se comprueba cada 2 horas.",
  "folder.checking": "Comprobando {name}.",
  "folder.removed": "{name} se ha quitado de la biblioteca.",
  "folder.remove.title": "¿Quitar {name} de la biblioteca?",
  "folder.remove.text":
    "Los archivos se quedan donde están. Las etiquetas se conservan y vuelven al añadir de nuevo la carpeta.",
  "folder.remove.confirm": "Quitar",
  "folder.added": "{name} se ha añadido.",
  "folder.added.counted":
    "{name} se ha añadido. {count, plural, one {# foto encontrada} other {# fotos encontradas}} hasta ahora.",

  "locate-folder.title": "¿Dónde está {name} ahora?",
  "locate-folder.text": "Estaba en {path}. Sus fotos lo conservan todo.",
  "locate-folder.confirm": "Está aquí",
  "locate-folder.insist": "Usarla de todos modos",

  "ignore.title": "Omitir partes de {name}",
  "ignore.text":
    "Un patrón por línea, como en un archivo .gitignore. Lo omitido desaparece de todos los resultados y conserva sus etiquetas.",
  "ignore.patterns": "Patrones",
  "ignore.example": "exportadas/",
  "ignore.confirm": "Omitir",
  "ignore.saved":
    "{count, plural, one {# patrón omite} other {# patrones omiten}} partes de {name}.",
  "ignore.saved.none": "No se omite nada de {name}.",

  "add-folder.title": "Añadir carpeta",
  "add-folder.text":
    "Las fotos se quedan donde están. Semblance lee esta carpeta y todas las que contiene.",
  "add-folder.up": "Subir",
  "add-folder.list": "Carpetas en {name}",
  "add-folder.here":
    "{count, plural, =0 {Ninguna foto directamente en esta carpeta.} one {# foto directamente en esta carpeta.} other {# fotos directamente en esta carpeta.}}",
  "add-folder.known": "Esta carpeta ya está en la biblioteca.",
  "add-folder.none": "Aquí no hay carpetas.",
  "add-folder.confirm": "Añadir esta carpeta",
  "add-folder.loading": "Leyendo la carpeta",

  "first-run.title": "¿Dónde están las fotos?",
  "first-run.text": "Todavía no hay fotos. Al añadir una carpeta aparecen según se encuentran.",
  "first-run.promise": "Se quedan donde están, y nada sale de este equipo.",

  "empty.folder": "No hay fotos en esta carpeta.",
  "empty.folder.reading": "Leyendo la carpeta. Las fotos aparecen según se encuentran.",
  "empty.library": "Todavía no hay fotos en las carpetas.",
  "empty.search": "Ninguna foto coincide con esta búsqueda.",
  "empty.search.indexing":
    "Nada hasta ahora. {left, plural, one {# foto no está indexada} other {# fotos no están indexadas}} todavía.",
  "empty.untagged": "Todas las fotos tienen etiqueta.",
  "empty.picked": "Todavía no hay fotos elegidas. P marca una foto como elegida.",
  "empty.label.similar": "Parecidos:",
  "empty.show-all": "Mostrar todas las fotos",
  "empty.check": "Comprobar ahora",

  "grid.name": "Fotos",
  "grid.no-date": "Sin fecha",
  "grid.section-count": "{count, plural, one {# foto} other {# fotos}}",
  "grid.position": "foto {index, number} de {total, number}",
  "grid.row-height": "Altura de fila {px, number}",
  "grid.two-per-row": "Dos fotos por fila",
  "grid.loading-photo": "Foto {index, number}",
  "grid.new-photos": "{count, plural, one {# foto nueva} other {# fotos nuevas}}",
  "tile.failed": "No se puede mostrar",
  "tile.missing": "Ausente",
  "tile.similarity": "{percent} similar",
  "tile.video": "Vídeo",
  "scrubber.pill": "{title} · {count}",

  "menu.photos": "{count, plural, one {# foto} other {# fotos}}",
  "menu.open": "Abrir",
  "menu.find-similar": "Buscar similares",
  "menu.add-tag": "Añadir etiqueta",
  "menu.show-in-folder": "Mostrar en la carpeta",
  "menu.copy-path": "Copiar ruta",
  "menu.details": "Detalles",
  "menu.show-photos": "Mostrar fotos",

  "copy.done": "{count, plural, one {Ruta copiada.} other {# rutas copiadas.}}",
  "copy.failed": "El portapapeles no se puede usar aquí.",

  "selection.bar": "Selección",
  "selection.count": "{count, plural, one {# seleccionada} other {# seleccionadas}}",
  "selection.announce":
    "{count, plural, =0 {Nada seleccionado.} one {# foto seleccionada.} other {# fotos seleccionadas.}}",
  "selection.clear": "Quitar la selección",

  "label.right": "Acertado",
  "label.wrong": "Erróneo",
  "label.right.of": "Acertado: {label}",
  "label.wrong.of": "Erróneo: {label}",
  "label.no-family": "Esto no es {family}",
  "label.take-back": "Retirar",
  "label.confirmed": "Anotado que {name} muestra {label}.",
  "label.rejected": "Anotado que {name} no es {label}.",
  "label.taken-back": "Retirado lo anotado sobre {label} en {name}.",

  "action.undo": "Deshacer",
  "action.try-again": "Reintentar",
  "action.dismiss": "Descartar",
  "action.close": "Cerrar",
  "action.cancel": "Cancelar",
  "action.add-folder": "Añadir carpeta",
  "action.show-in-folder": "Mostrar en la carpeta",
} as const satisfies Partial<Record<MessageKey, string>>;
