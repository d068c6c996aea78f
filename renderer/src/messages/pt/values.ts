import type { enValues } from "../en-values.ts";

export const values = {
  "rating.name": "Classificação",
  "rating.none": "Sem estrelas",
  "rating.stars": "{count, plural, one {# estrela} other {# estrelas}}",
  "flag.name": "Bandeira",
  "flag.pick": "Escolhida",
  "flag.reject": "Rejeitada",
  "flag.none": "Sem bandeira",
  "flag.picked": "escolhida",
  "flag.rejected": "rejeitada",
  "colour.name": "Cor",
  "colour.none": "Sem cor",
  "colour.red": "Vermelho",
  "colour.yellow": "Amarelo",
  "colour.green": "Verde",
  "colour.blue": "Azul",
  "colour.purple": "Roxo",
  "colour.red.letter": "V",
  "colour.yellow.letter": "A",
  "colour.green.letter": "D",
  "colour.blue.letter": "Z",
  "colour.purple.letter": "R",
  "title.name": "Título",
  "title.placeholder": "Adicionar um título",
  "caption.name": "Legenda",
  "caption.placeholder": "Adicionar uma legenda",
  "value.from-file": "do arquivo",
  "value.take-back": "Usar o valor do arquivo",
  "value.take-back.of": "Usar o valor do arquivo: {name}",

  "set.going": "{count, plural, one {Alterando # foto…} other {Alterando # fotos…}}",
  "set.rating":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto classificada com {stars, plural, one {# estrela} other {# estrelas}}.} other {# fotos classificadas com {stars, plural, one {# estrela} other {# estrelas}}.}}",
  "set.rating.none":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto sem estrelas.} other {# fotos sem estrelas.}}",
  "set.flag.pick":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto escolhida.} other {# fotos escolhidas.}}",
  "set.flag.reject":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto rejeitada.} other {# fotos rejeitadas.}}",
  "set.flag.none":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto sem bandeira.} other {# fotos sem bandeira.}}",
  "set.colour":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto com a cor {colour}.} other {# fotos com a cor {colour}.}}",
  "set.colour.none":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto sem cor.} other {# fotos sem cor.}}",
  "set.title":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto com outro título.} other {# fotos com outro título.}}",
  "set.caption":
    "{count, plural, =0 {Nenhuma foto mudou.} one {# foto com outra legenda.} other {# fotos com outra legenda.}}",
  "set.taken-back":
    "{count, plural, =0 {Nenhuma foto mudou.} one {Em # foto vale o que o arquivo diz.} other {Em # fotos vale o que o arquivo diz.}}",

  "marks.mixed": "Varia",

  "mark.confirm.rating": "{key} de novo para classificar {count, number} fotos.",
  "mark.confirm.flag": "{key} de novo para pôr a bandeira em {count, number} fotos.",
  "mark.confirm.colour": "{key} de novo para dar cor a {count, number} fotos.",
  "viewer.only-this":
    "Marcas e etiquetas vão só para esta foto, não para as {count, number} selecionadas.",

  "keys.rating": "Estrelas; 0 as tira",
  "keys.flag": "Escolhida, rejeitada, sem bandeira",
  "keys.colour": "Vermelho, amarelo, verde, azul; de novo tira a cor",
  "keys.mark-next": "O mesmo com cada marca e passar à próxima foto; também com Caps Lock",
} as const satisfies Record<keyof typeof enValues, string>;
