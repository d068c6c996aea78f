import type { enSearch } from "../en/search.ts";

export const search = {
  "query.too-long": "Uma busca pode ter no máximo {count, number} termos.",
  "query.too-long.albums":
    "Uma busca pode ter no máximo {count, number} termos com os de seus álbuns inteligentes.",
  "query.closing": "“)” não tem “(” antes.",
  "query.opening": "“(” não tem “)” depois.",
  "query.opening.empty": "“(” precisa de um termo e de um “)” depois.",
  "query.minus": "“-” precisa de um termo logo depois.",
  "query.or": "“OR” precisa de um termo de cada lado.",
  "query.needs": "“{source}” precisa de {what}.",
  "query.unknown-key":
    "“{source}” começa com “{key}:”, que não é nenhuma de {known}; entre aspas, as palavras são buscadas.",
  "query.ends-early": "“{source}” termina antes de começar.",
  "query.album.itself": "Um álbum inteligente não pode conter a si mesmo: {way}.",
  "query.album.similar":
    "“{name}” é um álbum de fotos semelhantes, que não pode fazer parte de uma busca.",
  "query.album.number": "Não há nenhum álbum com o número {number}.",
  "query.album.name": "Não há nenhum álbum chamado “{name}”.",

  "needs.label": "um rótulo, como label:dog",
  "needs.confidence": "uma certeza de 0 a 1 depois de “>”, como label:dog>0.8",
  "needs.tag": 'uma etiqueta, como tag:"New York"',
  "needs.folder": "uma pasta, como folder:Holidays",
  "needs.album": 'um álbum, como album:"Trips/2023"',
  "needs.camera": "uma câmera, como camera:canon",
  "needs.lens": "uma lente, como lens:50mm",
  "needs.date": "uma data, como 2023, 2023-05-14, 2023-05..2024-01 ou >=2023-05",
  "needs.rating": "um número de 0 a 5",
  "needs.one-of": "uma destas palavras: {words}",
  "needs.iso": "um número, como iso:>=800 ou iso:400..800",
  "needs.aperture": "um número f, como {example}",
  "needs.size": "um número de megapixels, como size:>=12mp",
  "needs.name": "um nome de arquivo, como name:IMG_20",
  "needs.type": "“photo” ou “video” depois dos dois-pontos",
  "needs.entry": "o número de um registro do histórico",
  "needs.gps": "“gps” depois dos dois-pontos",
  "needs.place": "sul,oeste..norte,leste em graus, como place:38.6,-9.3..38.8,-9.0",
  "needs.latitudes": "latitudes de -90 a 90 antes de cada vírgula",
  "needs.longitudes": "longitudes de -180 a 180 depois de cada vírgula",
  "needs.south-first": "o sul antes do norte",
} as const satisfies Record<keyof typeof enSearch, string>;
