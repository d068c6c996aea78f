import type { enTagging } from "../en-tagging.ts";

export const tagging = {
  "tag.add": "Adicionar etiqueta",
  "tag.placeholder": "Adicionar etiqueta",
  "tag.title": "{count, plural, one {Etiquetar # foto} other {Etiquetar # fotos}}",
  "tag.title.one": "Etiquetar {name}",
  "tag.remove": "Remover a etiqueta {tag}",
  "tag.remove.name": "Remover etiqueta",
  "tag.remove.title":
    "{count, plural, one {Remover uma etiqueta de # foto} other {Remover uma etiqueta de # fotos}}",
  "tag.remove.title.one": "Remover uma etiqueta de {name}",
  "tag.remove.none":
    "{count, plural, one {Esta foto não tem etiquetas.} other {Estas fotos não têm etiquetas.}}",
  "tag.imported": "Do arquivo",
  "tag.mine": "Tornar minha",
  "tag.mine.of": "Tornar minha: {tag}",
  "tag.suggestions": "Etiquetas",
  "tag.added":
    "{count, plural, =0 {Todas as fotos já têm a etiqueta {tag}.} one {# foto etiquetada com {tag}.} other {# fotos etiquetadas com {tag}.}}",
  "tag.removed":
    "{count, plural, =0 {Nenhuma foto tinha a etiqueta {tag}.} one {{tag} removida de # foto.} other {{tag} removida de # fotos.}}",
  "tag.adding":
    "{count, plural, one {Etiquetando # foto com {tag}…} other {Etiquetando # fotos com {tag}…}}",
  "tag.removing":
    "{count, plural, one {Removendo {tag} de # foto…} other {Removendo {tag} de # fotos…}}",

  "tag.box.on": "{count, plural, one {Nesta foto} other {Nestas fotos}}",
  "tag.box.favourites": "Favoritas",
  "tag.box.recent": "Recentes",
  "tag.box.matches": "Etiquetas",
  "tag.box.new": "Nova",
  "tag.box.create": "Criar {tag}",
  "tag.box.none": "Nenhuma etiqueta ainda. Basta digitar uma.",
  "tag.box.no-match": "Nenhuma etiqueta destas fotos começa assim.",
  "tag.box.reading": "Lendo etiquetas…",
  "tag.box.some": "{count, number} de {total, number}",
  "tag.box.name.all": "{tag}, todas, {count, number} de {total, number}",
  "tag.box.name.some": "{tag}, algumas, {count, number} de {total, number}",
  "tag.box.name.none": "{tag}, nenhuma",
  "tag.box.name.one": "{tag}, {count, plural, one {# foto} other {# fotos}}",
  "tag.box.name.key": "{name}, tecla {key}",
  "tag.box.restored": "{tag} está como antes.",
  "tag.box.keys": "↑ ↓ escolhem · Enter adiciona · / cria um nível",
  "tag.box.keys.remove": "↑ ↓ escolhem · Enter remove",

  "selection.tag": "Etiquetar",
  "selection.similar": "Semelhantes",

  "menu.recent-tags": "Etiquetas recentes",
  "menu.remove-tag": "Remover etiqueta",
  "menu.reading": "Lendo…",
  "menu.no-tags": "Sem etiquetas",
  "menu.make-tag": "Transformar em etiqueta",

  "search.chip.menu.edit": "Editar",
  "search.chip.menu.remove": "Remover",

  "label-tag.title": "Transformar “{label}” em etiqueta",
  "label-tag.text":
    "O rótulo do modelo fica como está. A etiqueta vai para as fotos abaixo e permanece.",
  "label-tag.name": "Nome",
  "label-tag.parent": "Dentro de",
  "label-tag.parent.placeholder": "No topo",
  "label-tag.parents": "Etiquetas onde colocar",
  "label-tag.sure": "Certeza",
  "label-tag.sure.value": "{percent} no mínimo",
  "label-tag.scope": "Só fotos desta busca: {query}",
  "label-tag.adds":
    "{count, plural, =0 {Não adiciona {tag} a nenhuma foto.} one {Adiciona {tag} a # foto.} other {Adiciona {tag} a # fotos.}}",
  "label-tag.have": "{count, plural, one {# já tem.} other {# já têm.}}",
  "label-tag.rejected":
    "{count, plural, one {# rejeitada à mão fica de fora.} other {# rejeitadas à mão ficam de fora.}}",
  "label-tag.least-sure": "Menos certas",
  "label-tag.least-sure.name": "{name}, entre as menos certas",
  "label-tag.make": "Transformar em etiqueta",
} as const satisfies Record<keyof typeof enTagging, string>;
