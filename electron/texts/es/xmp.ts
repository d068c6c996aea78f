import type { enXmp } from "../en/xmp.ts";

export const xmp = {
  "xmp.photo-gone": "No hay ninguna foto en {photo}; no se escribe nada para ella",
  "xmp.no-file":
    "{file} tendría que ser un archivo de {most} MB como máximo y no lo es; se queda como está",
  "xmp.unreadable": "{file} no se puede leer; el sistema dijo {said}",
  "xmp.no-room": "No hay espacio para {file} ({said})",
  "xmp.read-only": "No se puede escribir {name} en {folder}, que es de solo lectura ({said})",
  "xmp.unwritable": "No se puede escribir {file}; el sistema dijo {said}",
  "xmp.restless": "Otro programa escribe en {file} una y otra vez; se queda como está",
  "xmp.many-tags":
    "{name} tendría {count} etiquetas y se admiten menos de {most}; se queda como está",
} as const satisfies Record<keyof typeof enXmp, string>;
