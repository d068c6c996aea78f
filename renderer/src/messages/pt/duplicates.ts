import type { enDuplicates } from "../en-duplicates.ts";

export const duplicates = {
  "sidebar.duplicates": "Duplicadas",
  "sidebar.groups": "{name}, {count, plural, one {# grupo} other {# grupos}}",

  "duplicates.title": "Duplicadas",
  "duplicates.kinds": "Tipos de duplicadas",
  "duplicates.exact": "Cópias exatas",
  "duplicates.same-picture": "Mesma imagem",
  "duplicates.bursts": "Sequências",
  "duplicates.exact.text": "Arquivos com os mesmos bytes.",
  "duplicates.same-picture.text":
    "A mesma imagem salva de novo, em outro tamanho, formato ou compressão.",
  "duplicates.bursts.text": "Fotos que uma câmera fez em até 3 segundos uma da outra.",
  "duplicates.groups": "{count, plural, one {# grupo} other {# grupos}}",
  "duplicates.groups.size": "{count, plural, one {# grupo} other {# grupos}}, {size}",
  "duplicates.waiting":
    "Falta comparar {count, plural, one {# foto} other {# fotos}}. Pode haver mais grupos.",
  "duplicates.one-by-one": "Um por um",
  "duplicates.apply": "Aplicar todas as sugestões",
  "duplicates.previous": "Grupo anterior",
  "duplicates.next": "Próximo grupo",

  "duplicates.group.exact":
    "Grupo {at, number} de {total, number}, cópias exatas, {count, plural, one {# foto} other {# fotos}}",
  "duplicates.group.same-picture":
    "Grupo {at, number} de {total, number}, mesma imagem, {count, plural, one {# foto} other {# fotos}}",
  "duplicates.group.bursts":
    "Grupo {at, number} de {total, number}, sequência, {count, plural, one {# foto} other {# fotos}}",
  "duplicates.place": "{at, number} de {total, number}",
  "duplicates.keep": "Manter",
  "duplicates.trash": "Para a lixeira",
  "duplicates.open": "Abrir {name}",
  "duplicates.trash.one": "Para a lixeira: {name}",
  "duplicates.keep-best": "Manter a melhor, {count, number} para a lixeira",
  "duplicates.keep-some": "Manter {kept, number}, {count, number} para a lixeira",
  "duplicates.keep-all": "Manter todas",
  "duplicates.not": "Não são duplicadas",
  "duplicates.choose": "Escolher uma para manter",
  "duplicates.more":
    "{count, plural, one {mais # foto deste grupo} other {mais # fotos deste grupo}}",

  "duplicates.is.picked": "escolhida",
  "duplicates.is.rated": "{count, plural, one {# estrela} other {# estrelas}}",
  "duplicates.is.largest": "a maior",
  "duplicates.is.least-compressed": "a menos comprimida",
  "duplicates.is.tagged": "tem {count, plural, one {# etiqueta} other {# etiquetas}}",
  "duplicates.is.in-albums": "em {count, plural, one {# álbum} other {# álbuns}}",
  "duplicates.is.earliest": "o arquivo mais antigo",
  "duplicates.is.same-bytes": "os mesmos bytes",
  "duplicates.is.smaller": "{share} dos pixels",
  "duplicates.is.compressed": "{share} dos bytes",
  "duplicates.is.as-large": "mesmo tamanho",

  "duplicates.none": "Nenhuma duplicada em {count, plural, one {# foto} other {# fotos}}.",
  "duplicates.none.here": "Nenhum grupo aqui espera uma decisão.",
  "duplicates.checked": "Todas as fotos foram comparadas de novo.",

  "duplicates.trashed":
    "{count, plural, one {# foto movida} other {# fotos movidas}} para a lixeira. {left, plural, one {Resta # grupo} other {Restam # grupos}}.",
  "duplicates.stay":
    "{count, plural, one {# cópia fica} other {# cópias ficam}}, porque o que é mantido não está onde estava.",
  "duplicates.kept":
    "{count, plural, one {# foto mantida} other {# fotos mantidas}}. {left, plural, one {Resta # grupo} other {Restam # grupos}}.",
  "duplicates.apart":
    "{count, plural, one {# foto separada} other {# fotos separadas}}. {left, plural, one {Resta # grupo} other {Restam # grupos}}.",
  "trash.keeping":
    "{count, plural, one {Uma foto é mantida} other {# fotos são mantidas}} e {count, plural, one {recebe} other {recebem}} as etiquetas, álbuns, estrelas, legendas e datas que só {count, plural, one {suas} other {suas}} cópias têm.",
} as const satisfies Record<keyof typeof enDuplicates, string>;
