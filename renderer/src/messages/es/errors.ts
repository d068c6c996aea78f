import type { enErrors } from "../en-errors.ts";

export const errors = {
  "error.file-missing": "Este archivo ya no está en su sitio. Sus etiquetas se conservan.",
  "error.file-unreadable": "Esta cuenta no tiene permiso para leer este archivo.",
  "error.name-invalid":
    "El nombre de este archivo no se puede leer. Al cambiarlo, la foto se verá.",
  "error.format-unsupported": "Este tipo de archivo no se puede mostrar. Conserva sus etiquetas.",
  "error.image-corrupt": "Este archivo está dañado y no se puede mostrar.",
  "error.image-too-large": "Esta imagen supera el límite de memoria.",
  "error.decode-timeout": "Este archivo tardó más de 20 segundos en abrirse.",
  "error.exiftool-missing":
    "Las fotos RAW se leen con exiftool, que necesita Perl. Hay que instalar Perl e intentarlo de nuevo.",
  "error.decoder-crashed": "Abrir este archivo falló dos veces, así que queda apartado.",
  "error.folder-unavailable":
    "Esta carpeta está desconectada o no se puede leer. Fotos, etiquetas y miniaturas se conservan.",
  "error.folder-overlaps":
    "Esta carpeta ya está en la biblioteca, o contiene una carpeta que lo está.",
  "error.folder-mismatch": "Las fotos de esta carpeta no están ahí.",
  "error.folder-unknown": "Esta carpeta ya no está en la biblioteca.",
  "error.trash-failed": "El sistema no pudo mover este archivo a la papelera. Sigue donde estaba.",
  "error.sidecar-invalid": "El archivo XMP junto a esta foto está dañado. Queda como está.",
  "error.sidecar-conflict": "Otro programa cambió el mismo campo de esta foto.",
  "error.file-read-only":
    "Esta carpeta es de solo lectura. Las etiquetas se guardan en la biblioteca.",
  "error.photo-unknown": "Esta foto ya no está en la biblioteca.",
  "error.photo-mismatch": "Es otra imagen.",
  "error.file-claimed": "Este archivo es de otra foto, que tiene algo introducido a mano.",
  "error.file-outside":
    "Este archivo no está en ninguna carpeta de la biblioteca. Al añadir su carpeta, la foto se reconoce por su contenido.",
  "error.photo-not-indexed": "Esta foto va primero. Un momento.",
  "error.tag-invalid": "Una etiqueta necesita un nombre sin partes vacías.",
  "error.tag-unknown": "Esa etiqueta ya no existe.",
  "error.tag-into-itself": "Una etiqueta no se puede mover dentro de sí misma.",
  "error.album-unknown": "Este álbum ya no existe.",
  "error.album-invalid":
    "No se puede hacer. Un álbum necesita un nombre que no tenga otro, sin partes vacías ni comillas.",
  "error.undo-conflict":
    "Lo impide un cambio posterior en las mismas fotos. Hay que deshacer antes ese cambio.",
  "error.undo-impossible": "Esto no se puede deshacer ni rehacer.",
  "error.query-invalid": "Esta búsqueda está incompleta.",
  "error.model-missing": "Para buscar similares hace falta un modelo.",
  "error.model-invalid": "El archivo del modelo no se puede usar.",
  "error.explanation-impossible": "Este modelo no puede mostrar en qué se fijó.",
  "error.model-in-use": "Este modelo está en uso o vino con la aplicación, así que se queda.",
  "error.download-failed": "La descarga se detuvo. Lo que llegó se conserva y puede continuar.",
  "error.provider-unavailable": "Este procesador o tarjeta gráfica no se puede usar aquí.",
  "error.library-in-use": "Esta biblioteca está abierta en otro programa.",
  "error.backup-invalid":
    "Este archivo no es una copia de seguridad de una biblioteca, o está dañado.",
  "error.file-exists": "Ya hay un archivo con este nombre. Queda como está.",
  "error.indexing-paused": "La indexación está en pausa.",
  "error.library-unreadable":
    "El archivo de la biblioteca está dañado o es de una versión más nueva.",
  "error.disk-full":
    "El disco de la biblioteca está lleno. Este cambio no se guardó; los anteriores, sí.",
  "error.request-invalid": "Algo falló aquí. El registro tiene los detalles.",
  "error.request-forbidden": "Esto no se puede hacer desde aquí.",
  "error.engine-unavailable":
    "El motor se detuvo y está arrancando de nuevo. Las fotos se pueden seguir viendo.",
  "error.cancelled": "Cancelado.",
  "error.unexpected": "Algo falló aquí. El registro tiene los detalles.",
} as const satisfies Record<keyof typeof enErrors, string>;
