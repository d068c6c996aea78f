import type { enJudging } from "../en-judging.ts";

export const judging = {
  "compare.name": "Comparar",
  "survey.name": "Vista em conjunto",
  "compare.photos": "Fotos a comparar",
  "compare.lock": "Unir zoom",
  "compare.swap": "Trocar",
  "compare.target": "Marcas e etiquetas vão para {name}",
  "compare.needs": "Para comparar, é preciso selecionar de 2 a 4 fotos.",
  "survey.needs": "Para ver em conjunto, é preciso selecionar de 2 a 12 fotos.",

  "cull.name": "Triagem",
  "cull.close": "Fechar a triagem",
  "cull.nothing": "Não há fotos para percorrer.",
  "cull.picks": "{count, plural, one {# escolhida} other {# escolhidas}}",
  "cull.out": "{count, number} fora",
  "cull.burst": "Sequência",
  "cull.burst.place": "Sequência, {index, number} de {total, number}",
  "cull.end": "{count, plural, one {A única foto foi vista.} other {As # fotos foram vistas.}}",
  "cull.end.picks": "Escolhidas",
  "cull.end.rejects": "Fora",
  "cull.number": "{count, number}",
  "cull.show-picks": "Mostrar escolhidas",
  "cull.show-rejects": "Mostrar rejeitadas",
  "cull.trash": "Mover rejeitadas para a lixeira",
  "cull.back": "Voltar à última foto",

  "judge.marks": "Marcas",
  "judge.video": "Um vídeo. Ele toca no visualizador.",
  "judge.pick": "Escolhida",
  "judge.reject": "Rejeitada",
  "judge.mark": "{mark}.",
  "judge.mark.next": "{mark}. {index, number} de {total, number}.",

  "menu.compare": "Comparar",
  "menu.survey": "Ver em conjunto",
  "menu.cull": "Triar",
  "action.done": "Concluir",

  "keys.compare":
    "Comparar de 2 a 4 fotos selecionadas; as setas escolhem uma e Z amplia todas com o zoom unido",
  "keys.survey": "Ver em conjunto até 12 fotos selecionadas",
  "keys.cull": "Percorrer as fotos uma a uma; ↑ ↓ ficam dentro de uma sequência",
} as const satisfies Record<keyof typeof enJudging, string>;
