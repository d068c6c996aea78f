import type { enImports } from "../en/imports.ts";

export const imports = {
  "import.place.line": "línea {line}",
  "import.place.image": "imagen {image}",
  "import.expected": "Se esperaba {what}, pero se encontró {got}",
  "import.none": "ninguno",
  "import.nothing": "nada",
  "import.row": "una fila con una ruta",
  "import.path": "una ruta",
  "import.fingerprint": "una huella de 64 dígitos hexadecimales",
  "import.tags": "etiquetas de 500 caracteres como máximo",
  "import.tags.quote": "etiquetas con la comilla cerrada",
  "import.rating": "una valoración de 0 a 5",
  "import.flag": "la bandera pick, reject o none",
  "import.colour": "el color red, yellow, green, blue, purple o none",
  "import.title": "un título de 1000 caracteres como máximo",
  "import.caption": "una descripción de 10 000 caracteres como máximo",
  "import.fields": "{count} campos",
  "import.json": "un objeto JSON",
  "import.photo.none":
    "Se esperaba una foto de la biblioteca, pero ahí no hay ninguna, ni otra parecida: {path}",
  "import.photo.several":
    "Se esperaba una sola foto de la biblioteca, pero podrían ser {count}: {path}",
  "import.contradiction":
    "Otro valor para {path} que el que da {earlier} ({field}); vale el primero",
  "import.xmp.other": "Se esperaba XMP en {file}, pero contiene otra cosa",
  "import.control-characters":
    "Un valor con caracteres de control, que no se admiten ({field}): {got}",
  "import.refused.columns":
    "Se esperaban los nombres de las columnas, entre ellos “path”, en la primera línea de {path}, pero se encontró {got}",
  "import.refused.long-line":
    "Se esperaban líneas de {most} caracteres como máximo, pero hay una más larga",
  "import.refused.bytes": "Se esperaba texto en UTF-8 en {path}, pero hay otros bytes",
  "import.refused.quote":
    "La comilla que abre un campo en la línea {line} de {source} tiene que cerrarse antes del separador o del fin de línea siguiente",
  "import.refused.kind":
    "Se esperaba un archivo .csv o .jsonl, una carpeta de archivos XMP o la base de datos de digiKam, pero se encontró {path}",
  "import.refused.database": "Se esperaba una base de datos en {file}, pero SQLite dijo: {said}",
} as const satisfies Record<keyof typeof enImports, string>;
