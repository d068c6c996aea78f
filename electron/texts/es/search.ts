import type { enSearch } from "../en/search.ts";

export const search = {
  "query.too-long": "Una búsqueda puede tener {count, number} términos como máximo.",
  "query.too-long.albums":
    "Una búsqueda puede tener {count, number} términos como máximo con los de sus álbumes inteligentes.",
  "query.closing": "“)” no tiene “(” delante.",
  "query.opening": "“(” no tiene “)” detrás.",
  "query.opening.empty": "“(” necesita un término y una “)” detrás.",
  "query.minus": "“-” necesita un término justo detrás.",
  "query.or": "“OR” necesita un término a cada lado.",
  "query.needs": "“{source}” necesita {what}.",
  "query.unknown-key":
    "“{source}” empieza por “{key}:”, que no es ninguna de {known}; entre comillas se buscan las palabras.",
  "query.ends-early": "“{source}” termina antes de empezar.",
  "query.album.itself": "Un álbum inteligente no puede contenerse a sí mismo: {way}.",
  "query.album.similar":
    "«{name}» es un álbum de fotos parecidas, que no puede formar parte de una búsqueda.",
  "query.album.number": "No hay ningún álbum con el número {number}.",
  "query.album.name": "No hay ningún álbum llamado “{name}”.",

  "needs.label": "un rótulo, como label:dog",
  "needs.confidence": "una seguridad de 0 a 1 detrás de “>”, como label:dog>0.8",
  "needs.tag": 'una etiqueta, como tag:"New York"',
  "needs.folder": "una carpeta, como folder:Holidays",
  "needs.album": 'un álbum, como album:"Trips/2023"',
  "needs.camera": "una cámara, como camera:canon",
  "needs.lens": "un objetivo, como lens:50mm",
  "needs.date": "una fecha, como 2023, 2023-05-14, 2023-05..2024-01 o >=2023-05",
  "needs.rating": "un número de 0 a 5",
  "needs.one-of": "una de estas palabras: {words}",
  "needs.iso": "un número, como iso:>=800 o iso:400..800",
  "needs.aperture": "un número f, como {example}",
  "needs.size": "un número de megapíxeles, como size:>=12mp",
  "needs.name": "un nombre de archivo, como name:IMG_20",
  "needs.type": "“photo” o “video” detrás de los dos puntos",
  "needs.entry": "el número de una entrada del historial",
  "needs.gps": "“gps” detrás de los dos puntos",
  "needs.place": "sur,oeste..norte,este en grados, como place:38.6,-9.3..38.8,-9.0",
  "needs.latitudes": "latitudes de -90 a 90 delante de cada coma",
  "needs.longitudes": "longitudes de -180 a 180 detrás de cada coma",
  "needs.south-first": "el sur antes que el norte",
} as const satisfies Record<keyof typeof enSearch, string>;
