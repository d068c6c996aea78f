import type { enHistory } from "../en/history.ts";

export const history = {
  "done.tag.added": "Etiqueta {tag} adicionada a {count, plural, one {# foto} other {# fotos}}",
  "done.tag.removed": "Etiqueta {tag} removida de {count, plural, one {# foto} other {# fotos}}",
  "done.tag.renamed":
    "Nome da etiqueta {tag} mudado para {to} ({count, plural, one {# foto} other {# fotos}})",
  "done.tag.merged":
    "Etiqueta {tag} unida a {into} ({count, plural, one {# foto} other {# fotos}})",
  "done.tag.deleted": "Etiqueta {tag} excluída ({count, plural, one {# foto} other {# fotos}})",
  "done.tag.synonyms": "Sinônimos da etiqueta {tag} alterados",
  "done.tag.key": "Etiqueta {tag} atribuída à tecla {digit}",
  "done.tag.no-key": "Etiqueta {tag} retirada de sua tecla",

  "done.label.confirmed":
    "Rótulo {label} confirmado em {count, plural, one {# foto} other {# fotos}}",
  "done.label.rejected":
    "Rótulo {label} rejeitado em {count, plural, one {# foto} other {# fotos}}",
  "done.label.forgotten":
    "Retirado o que foi dito do rótulo {label} em {count, plural, one {# foto} other {# fotos}}",
  "done.label.tag":
    "Rótulo {label} transformado na etiqueta {tag} em {count, plural, one {# foto} other {# fotos}}",
  "done.label.own-tag":
    "Rótulo {label} transformado em etiqueta em {count, plural, one {# foto} other {# fotos}}",

  "done.rated":
    "{count, plural, one {# foto classificada} other {# fotos classificadas}} com {stars, plural, one {# estrela} other {# estrelas}}",
  "done.unrated": "Estrelas removidas de {count, plural, one {# foto} other {# fotos}}",
  "done.picked": "{count, plural, one {# foto escolhida} other {# fotos escolhidas}}",
  "done.rejected": "{count, plural, one {# foto rejeitada} other {# fotos rejeitadas}}",
  "done.unflagged": "Bandeira removida de {count, plural, one {# foto} other {# fotos}}",
  "done.coloured":
    "Cor {colour, select, red {vermelha} yellow {amarela} green {verde} blue {azul} purple {roxa} other {{colour}}} dada a {count, plural, one {# foto} other {# fotos}}",
  "done.uncoloured": "Cor removida de {count, plural, one {# foto} other {# fotos}}",
  "done.title.removed": "Título removido de {count, plural, one {# foto} other {# fotos}}",
  "done.title.replaced": "Título alterado em {count, plural, one {# foto} other {# fotos}}",
  "done.caption.removed": "Legenda removida de {count, plural, one {# foto} other {# fotos}}",
  "done.caption.replaced": "Legenda alterada em {count, plural, one {# foto} other {# fotos}}",
  "done.values.changed": "Alterações de {fields} em {count, plural, one {# foto} other {# fotos}}",
  "done.value.back":
    "Retirado o que foi inserido à mão como {field, select, rating {classificação} flag {bandeira} colourLabel {cor} title {título} other {legenda}} de {count, plural, one {# foto} other {# fotos}}",
  "value.rating": "classificação",
  "value.flag": "bandeira",
  "value.colourLabel": "cor",
  "value.title": "título",
  "value.caption": "legenda",

  "done.turned":
    "{count, plural, one {# foto girada} other {# fotos giradas}} {way, select, right {para a direita} left {para a esquerda} other {em meia-volta}}",
  "done.time.later":
    "Hora de captura de {count, plural, one {# foto} other {# fotos}} movida {days, plural, =0 {} other {# d }}{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min }}{seconds, plural, =0 {} other {# s }}para mais tarde",
  "done.time.earlier":
    "Hora de captura de {count, plural, one {# foto} other {# fotos}} movida {days, plural, =0 {} other {# d }}{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min }}{seconds, plural, =0 {} other {# s }}para mais cedo",

  "done.review.same":
    "{count, plural, one {# foto declarada como editada} other {# fotos declaradas como editadas}}",
  "done.review.another":
    "{count, plural, one {# foto declarada como substituída por outra foto} other {# fotos declaradas como substituídas por outra foto}}",
  "done.forgotten":
    "{count, plural, one {# foto ausente removida} other {# fotos ausentes removidas}} da biblioteca",
  "final.forgotten":
    "O que a biblioteca sabia delas foi excluído. Uma cópia de segurança anterior ainda tem tudo: semblance restore.",
  "done.trashed": "{count, plural, one {# foto movida} other {# fotos movidas}} para a lixeira",
  "final.trashed":
    "Os arquivos estão na lixeira do sistema: ao devolvê-los de lá ao lugar deles, têm de novo suas etiquetas.",
  "done.joined": "{name} unida a {shown} como uma só foto, com as etiquetas de ambas",
  "final.joined":
    "Os dois são arquivos de uma só foto enquanto tiverem o mesmo nome; para ter duas, é preciso mudar o nome de um deles.",

  "done.album.added":
    "{count, plural, one {# foto adicionada} other {# fotos adicionadas}} ao álbum {album}",
  "done.album.removed":
    "{count, plural, one {# foto removida} other {# fotos removidas}} do álbum {album}",
  "done.album.moved":
    "{count, plural, one {# foto movida} other {# fotos movidas}} no álbum {album}",
  "done.album.made": "Álbum {album} criado",
  "done.album.made.with": "Álbum {album} criado com {count, plural, one {# foto} other {# fotos}}",
  "done.album.made.smart": "Álbum inteligente {album} criado",
  "done.album.made.similar": "Álbum inteligente {album} de fotos semelhantes criado",
  "done.album.copied": "Álbum {album} copiado como {copy}",
  "done.album.renamed": "Nome do álbum {album} mudado para {name}",
  "done.album.deleted": "Álbum {album} excluído",
  "done.album.query": "Busca do álbum inteligente {album} alterada",
  "done.album.similar": "Alterado aquilo a que o álbum inteligente {album} se assemelha",
  "done.album.cover": "Capa do álbum {album} alterada",

  "done.duplicates.carried":
    "O que foi anotado nas cópias passado para {count, plural, one {# foto} other {# fotos}}",
  "done.duplicates.keep-all":
    "Mantido um grupo inteiro de {count, plural, one {# foto} other {# fotos}}",
  "done.duplicates.not-duplicates":
    "{count, plural, one {# foto marcada como não duplicada} other {# fotos marcadas como não duplicadas}}",

  "done.found.renamed": "{name} reconhecida, agora se chama {to}",
  "done.found.moved": "{name} reconhecida, movida de {from} para {folder}",
  "done.found.moved.renamed":
    "{name} reconhecida, agora se chama {to}, movida de {from} para {folder}",
  "done.found.many.renamed":
    "{count, plural, one {# foto reconhecida com outro nome} other {# fotos reconhecidas com outros nomes}} em {folder}",
  "done.found.many.moved":
    "{count, plural, one {# foto reconhecida, movida} other {# fotos reconhecidas, movidas}} de {from} para {folder}",
  "done.located": "{name} localizada em {folder}",
  "done.located.renamed": "{name} localizada em {folder}, agora se chama {to}",

  "done.imported":
    "Dados importados de {source}: {what} para {count, plural, one {# foto} other {# fotos}}",
  "imported.tag": "{count, plural, one {# etiqueta} other {# etiquetas}}",
  "imported.rating": "{count, plural, one {# classificação} other {# classificações}}",
  "imported.flag": "{count, plural, one {# bandeira} other {# bandeiras}}",
  "imported.colour": "{count, plural, one {# cor} other {# cores}}",
  "imported.title": "{count, plural, one {# título} other {# títulos}}",
  "imported.caption": "{count, plural, one {# legenda} other {# legendas}}",

  "done.mirror.taken":
    "Assumido o que outros programas gravaram ao lado de {count, plural, one {# foto} other {# fotos}}",
  "done.mirror.resolved":
    "{field, select, rating {Classificação tirada} flag {Bandeira tirada} colourLabel {Cor tirada} title {Título tirado} turn {Giro tirado} other {Legenda tirada}} de arquivos XMP para {count, plural, one {# foto} other {# fotos}}",
} as const satisfies Record<keyof typeof enHistory, string>;
