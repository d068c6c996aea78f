import type { enReading } from "../en/reading.ts";

export const reading = {
  "reading.gone": "No hay ningún archivo en {path}.",
  "reading.not-permitted": "Sus permisos no dejan que esta cuenta lo lea ({said}).",
  "reading.disk": "El disco no pudo entregarlo ({said}).",
  "reading.name": "En el disco, su nombre tiene bytes que no son texto.",
  "reading.empty": "El archivo está vacío.",
  "reading.cut-off": "El {format} termina antes que su imagen ({said}).",
  "reading.damaged": "El {format} está dañado ({said}).",
  "reading.damaged.somehow": "El {format} está dañado; su decodificador no dice más.",
  "reading.bmp-size": "El BMP dice tener un tamaño de {size} píxeles.",
  "reading.exiftool": "exiftool no pudo leerlo ({said}).",
  "reading.format": "Es un archivo de formato {format}, que aquí no se abre.",
  "reading.format.unknown": "Lo que contiene no es una imagen de un formato conocido.",
  "reading.variety": "El decodificador no abre imágenes de esta variedad ({said}).",
  "reading.raw.no-preview":
    "El archivo RAW no contiene un JPEG de la cámara, que es lo que se muestra de los archivos RAW.",
  "reading.too-large":
    "Tiene {size} píxeles, que al decodificarse ocupan {needed} MB de memoria; el límite es de {limit} MB.",
  "reading.memory": "No cupo en la memoria ({said}).",
  "reading.timeout": "Se dejó de leer para que no detenga otras fotos.",
  "reading.crashed":
    "Terminó dos veces con el lector de fotos. Conviene intentarlo de nuevo cuando haya cambiado Semblance o el archivo.",
  "reading.engine-stopped": "El motor se detenía una y otra vez al leer este archivo.",
  "reading.exiftool.perl": "En este equipo no está instalado Perl, con el que funciona exiftool.",
  "reading.exiftool.none": "exiftool no forma parte de esta instalación.",
} as const satisfies Record<keyof typeof enReading, string>;
