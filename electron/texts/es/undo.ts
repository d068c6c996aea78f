import type { enUndo } from "../en/undo.ts";

export const undo = {
  "refused.undo.nothing": "No hay nada que deshacer.",
  "refused.redo.nothing": "No hay nada que rehacer.",
  "refused.entry.unknown": "No hay ninguna entrada {entry} en el historial.",
  "refused.undo.undone": "“{sentence}” ya está deshecho.",
  "refused.redo.in-force": "“{sentence}” está en vigor; no se deshizo.",
  "refused.undo.final": "“{sentence}” no se puede deshacer. {reason}",
  "refused.undo.later":
    "“{sentence}” no se puede deshacer porque después hubo otro cambio de los mismos datos: “{obstacle}” (entrada {entry}); hay que deshacer antes ese cambio.",
  "refused.redo.later":
    "“{sentence}” no se puede rehacer porque después hubo otro cambio de los mismos datos: “{obstacle}” (entrada {entry}); hay que deshacer antes ese cambio.",
  "refused.redo.undone":
    "“{sentence}” no se puede rehacer porque después se deshizo otro cambio de los mismos datos: “{obstacle}” (entrada {entry}); hay que rehacer antes ese cambio.",
  "refused.part.undone": "“{sentence}” se deshizo entretanto, así que no se cambió nada más.",
  "refused.undo.newer": "Es un cambio que solo conoce una versión más nueva: {kind}.",
  "refused.undo.album.photos":
    "Este álbum tiene ahora otras fotos. En su lugar se puede eliminar el álbum.",
  "refused.undo.album.name": "Ahora otro álbum se llama {name}. Hay que cambiar antes su nombre.",
  "refused.undo.folder": "La biblioteca ha olvidado la carpeta donde estaba {name}.",
  "refused.undo.tags": "{path} tiene ahora etiquetas propias.",
  "refused.undo.synonym":
    "{word} es ahora un sinónimo de la etiqueta {tag}. Hay que quitarlo antes de ahí.",
  "refused.tag.inside":
    "La etiqueta {parent} está ahora dentro de {tag}. Hay que sacarla antes de ahí.",
  "refused.tag.taken": "Ahora otra etiqueta se llama {tag}. Hay que cambiar antes su nombre.",
  "refused.tag.name":
    "Una etiqueta necesita un nombre sin partes vacías, como Lugares/Portugal/Lisboa, y esto es {text}.",
  "refused.tag.same": "Esta etiqueta ya se llama {tag}.",
  "refused.synonym.tag": "Ya hay una etiqueta {other}. En su lugar se puede unir a {tag}.",
  "refused.synonym.taken": "{word} ya es un sinónimo de la etiqueta {other}.",
  "refused.album.name":
    "Un álbum necesita un nombre sin partes vacías ni comillas, como Mejores o Viajes/2023, y esto es {text}.",
  "refused.album.taken": "Ya hay un álbum llamado {name}.",
  "refused.album.smart": "{name} es un álbum inteligente: contiene lo que encuentra su búsqueda.",
  "refused.album.by-hand":
    "{name} es un álbum de fotos elegidas a mano, así que no tiene búsqueda.",
} as const satisfies Record<keyof typeof enUndo, string>;
