/** @file The texts of keys, notices and activity, which en.ts itself has. */
import type { MessageKey } from "../en.ts";

export const work = {
  "keys.group.move": "Moverse",
  "keys.group.select": "Seleccionar",
  "keys.group.photos": "Fotos",
  "keys.group.window": "Ventana",
  "keys.move": "Moverse y seleccionar; anterior y siguiente en el visor",
  "keys.row-ends": "Primera y última foto de la fila",
  "keys.ends": "Primera y última foto",
  "keys.page": "Una ventana arriba o abajo",
  "keys.section": "Una sección arriba o abajo",
  "keys.extend":
    "Ampliar la selección; también con Inicio, Fin, Re Pág y Av Pág. Mueve una foto ampliada",
  "keys.peek": "Moverse sin seleccionar",
  "keys.toggle": "Seleccionar o no la foto con el foco",
  "keys.all": "Seleccionar todo",
  "keys.none": "No seleccionar nada",
  "keys.invert": "Invertir la selección",
  "keys.open": "Abrir la foto; otra vez vuelve",
  "keys.find-similar": "Buscar similares",
  "keys.add-tag": "Añadir etiqueta",
  "keys.remove-tag": "Quitar etiqueta",
  "keys.copy-path": "Copiar ruta",
  "keys.show-in-folder": "Mostrar en la carpeta",
  "keys.undo": "Deshacer",
  "keys.redo": "Rehacer",
  "keys.menu": "Menú de la foto con el foco",
  "keys.details": "Detalles",
  "keys.sidebar": "Barra lateral",
  "keys.filters": "Filtros",
  "keys.size": "Miniaturas más grandes y más pequeñas; zoom en el visor",
  "keys.search": "Buscar",
  "keys.regions": "Parte siguiente y anterior de la ventana",
  "keys.add-folder": "Añadir carpeta",
  "keys.settings": "Ajustes",
  "keys.help": "Esta lista",
  "keys.back": "Cerrar, después quitar la selección, después volver",

  "notice.dismiss": "Descartar",
  "notice.damaged":
    "El archivo de la biblioteca está dañado. Hay que cerrar Semblance y abrirlo de nuevo: restaura el archivo de una copia de seguridad.",
  "notice.disk-full":
    "El disco de la biblioteca está lleno. La indexación espera y sigue sola cuando haya espacio.",
  "notice.stopped": "La indexación espera y lo intenta sola de nuevo. {why}",
  "notice.restored.damaged": "El archivo de la biblioteca estaba dañado.",
  "notice.restored.gone": "El archivo de la biblioteca había desaparecido.",
  "notice.restored.backup": "Se restauró de la copia de seguridad del {when}.",
  "notice.restored.salvaged":
    "No había una copia de seguridad válida, así que se recuperó todo lo que se podía leer.",
  "notice.restored.whole": "Todo lo introducido desde entonces está ahí.",
  "notice.restored.parts": "Puede faltar algo de lo último introducido.",
  "notice.restored.kept": "El archivo dañado se conserva como {path}.",

  "activity.pause": "Pausar",
  "activity.resume": "Reanudar",
  "activity.paused": "En pausa",
  "activity.paused.name": "Actividad: en pausa",
  "activity.paused.sentence":
    "La indexación está en pausa. {count, plural, one {# foto espera} other {# fotos esperan}}.",
  "activity.stopped": "Parada",
  "activity.stopped.name": "Actividad: parada",
  "activity.stopped.sentence":
    "La indexación se ha parado. {count, plural, one {# foto espera} other {# fotos esperan}}.",
  "activity.busy":
    "Actividad: {what}{percent, select, none {} other {, {percent} por ciento}}{waiting, select, none {} other {, {waiting}}}{left, select, none {} other {, {left}}}",
  "activity.idle": "Actividad: al día",
  "activity.indexing": "indexando",
  "activity.scanning": "leyendo carpetas",
  "activity.reading": "Leyendo carpetas",
  "activity.left": "{count, plural, one {queda #} other {quedan #}}",
  "activity.up-to-date": "Al día",
  "activity.title": "Actividad",
  "activity.sentence":
    "Indexando {done, number} de {total, number}{left, select, none {} other {, {left}}}.",
  "activity.sentence.scanning":
    "{count, plural, one {Leyendo # carpeta} other {Leyendo # carpetas}}, {found, plural, one {# foto encontrada} other {# fotos encontradas}}.",
  "activity.sentence.idle":
    "{count, plural, one {La única foto está indexada} other {Las # fotos están indexadas}}.",
  "activity.sentence.none": "Nada que hacer.",
  "activity.sentence.partly": "{indexed, number} de {total, number} fotos están indexadas.",
  "activity.speed": "{rate} fotos por segundo",
  "activity.failed":
    "{count, plural, one {# foto no se pudo mostrar.} other {# fotos no se pudieron mostrar.}}",
  "activity.show-failed": "Mostrar",
  "activity.browse": "Mientras tanto se puede usar todo.",
  "activity.model": "Modelo",
  "activity.switching": "cambiando de modelo",
  "activity.switching.name": "Actividad: modelo nuevo, {percent}",
  "activity.switching.label": "Modelo nuevo, {percent}",
  "activity.switching.details": "Detalles",
  "activity.announce.switching": "El modelo nuevo empieza con las fotos.",
  "activity.announce.switched": "Ahora responde {model}.",
  "activity.announce.start": "Empieza la indexación.",
  "activity.announce.end": "Indexación terminada. {count, plural, one {# foto} other {# fotos}}.",
  "time.seconds": "queda menos de un minuto",
  "time.minutes": "{count, plural, one {queda # minuto} other {quedan unos # minutos}}",
  "time.hours": "{count, plural, one {queda # hora} other {quedan unas # horas}}",

  "notice.name": "Aviso",
  "notice.going": "{going} {percent}",
  "connection.lost":
    "El motor se detuvo y está arrancando de nuevo. Las fotos se pueden seguir viendo.",
  "notice.not-saved": "El motor está arrancando de nuevo. Este cambio no está guardado.",
  "connection.ended":
    "El motor se detuvo cinco veces seguidas. Hay que cerrar Semblance y abrirlo de nuevo; lo guardado sigue todo ahí.",
  "connection.back": "El motor arrancó de nuevo. Lo guardado sigue todo ahí.",
} as const satisfies Partial<Record<MessageKey, string>>;
