import type { enTags } from "../en-tags.ts";

export const tags = {
  "keys.favourite": "Etiqueta favorita, pôr ou tirar; também de 2 a 9",
  "tags.tree": "Etiquetas",
  "tags.none":
    "Nenhuma etiqueta ainda. {key, select, none {São dadas a fotos selecionadas.} other {Com fotos selecionadas, {key} dá uma a elas.}}",
  "tags.count": "{count, plural, one {# etiqueta} other {# etiquetas}}",
  "tags.filter": "Filtrar etiquetas",
  "tags.filter.none": "Nenhuma etiqueta tem “{text}” no nome ou nos sinônimos.",
  "tags.choose": "Com uma etiqueta escolhida, dá para renomear, mover ou dar uma tecla a ela.",
  "tags.done": "{sentence}.",

  "tags.menu.add":
    "Adicionar a {count, plural, one {foto selecionada} other {# fotos selecionadas}}",
  "tags.menu.new": "Nova etiqueta dentro…",
  "tags.menu.rename": "Renomear",
  "tags.menu.move": "Mover para…",
  "tags.menu.merge": "Juntar com…",
  "tags.menu.synonyms": "Sinônimos…",
  "tags.menu.key": "Tecla favorita",
  "tags.menu.delete": "Excluir etiqueta",

  "tags.rename.name": "Novo nome de {name}",
  "tags.field.name": "Nome",
  "tags.field.synonyms": "Também",
  "tags.field.synonyms.text": "Estas palavras também a encontram.",
  "tags.field.key": "Tecla",
  "tags.field.parent": "Dentro de",
  "tags.top": "No topo",
  "tags.show": "Mostrar",
  "tags.photos": "{count, plural, =0 {Nenhuma foto} one {# foto} other {# fotos}}",
  "tags.photos.own":
    "{count, plural, =0 {nenhuma com esta etiqueta em si} one {# com esta etiqueta em si} other {# com esta etiqueta em si}}",

  "tags.synonym.add": "Adicionar um sinônimo",
  "tags.synonym.remove": "Remover o sinônimo {synonym}",
  "tags.synonym.added": "{synonym} também encontra {name}.",
  "tags.synonym.removed": "{synonym} não encontra mais {name}.",

  "tags.key.none": "Nenhuma",
  "tags.key.given": "{key} adiciona {name}.",
  "tags.key.taken": "{name} não tem mais tecla.",
  "tags.key.held": "{key}, agora {tag}",
  "tags.key.unset": "Nenhuma etiqueta tem a tecla {key}. O menu dela na barra lateral dá uma.",

  "tags.weight.rename":
    "{below, plural, =0 {} one {Leva junto # etiqueta abaixo dela. } other {Leva junto # etiquetas abaixo dela. }}{photos, plural, one {# foto.} other {# fotos.}}",
  "tags.weight.merge":
    "{to} já existe, então as duas viram uma só. {below, plural, =0 {} one {Leva junto # etiqueta abaixo dela. } other {Leva junto # etiquetas abaixo dela. }}{photos, plural, one {# foto.} other {# fotos.}}",
  "tags.weight.delete":
    "{below, plural, =0 {} one {# etiqueta abaixo dela também vai. } other {# etiquetas abaixo dela também vão. }}{photos, plural, =0 {Nenhuma foto a perde.} one {# foto a perde.} other {# fotos a perdem.}}",
  "tags.weight.undo": "Desfazer traz tudo de volta.",

  "tags.move.title": "Mover {name} para",
  "tags.move.field": "Dentro de",
  "tags.move.list": "Etiquetas de destino",
  "tags.move.confirm": "Mover",
  "tags.merge.title": "Juntar {name} com",
  "tags.merge.field": "Outra etiqueta",
  "tags.merge.list": "Etiquetas com que juntar",
  "tags.merge.confirm": "Juntar",
  "tags.join.title": "Juntar {name} com {to}?",
  "tags.delete.title": "Excluir a etiqueta {name}?",
  "tags.delete.confirm": "Excluir",
  "tags.new.title": "Nova etiqueta dentro de {parent}",
  "tags.new.name": "Nome",
  "tags.new.text":
    "{count, plural, one {A foto selecionada a recebe.} other {As # fotos selecionadas a recebem.}}",
  "tags.new.confirm": "Adicionar",
} as const satisfies Record<keyof typeof enTags, string>;
