import type { enJudging } from "../en-judging.ts";

export const judging = {
  "compare.name": "Comparar",
  "survey.name": "Vista de conjunto",
  "compare.photos": "Fotos para comparar",
  "compare.lock": "Unir zoom",
  "compare.swap": "Intercambiar",
  "compare.target": "Las marcas y etiquetas van a {name}",
  "compare.needs": "Para comparar hay que seleccionar de 2 a 4 fotos.",
  "survey.needs": "Para verlas en conjunto hay que seleccionar de 2 a 12 fotos.",

  "cull.name": "Criba",
  "cull.close": "Cerrar la criba",
  "cull.nothing": "No hay fotos que repasar.",
  "cull.picks": "{count, plural, one {# elegida} other {# elegidas}}",
  "cull.out": "{count, number} fuera",
  "cull.burst": "Ráfaga",
  "cull.burst.place": "Ráfaga, {index, number} de {total, number}",
  "cull.end": "{count, plural, one {La única foto está vista.} other {Las # fotos están vistas.}}",
  "cull.end.picks": "Elegidas",
  "cull.end.rejects": "Fuera",
  "cull.number": "{count, number}",
  "cull.show-picks": "Mostrar elegidas",
  "cull.show-rejects": "Mostrar rechazadas",
  "cull.trash": "Mover rechazadas a la papelera",
  "cull.back": "Volver a la última foto",

  "judge.marks": "Marcas",
  "judge.video": "Un vídeo. Se reproduce en el visor.",
  "judge.pick": "Elegida",
  "judge.reject": "Rechazada",
  "judge.mark": "{mark}.",
  "judge.mark.next": "{mark}. {index, number} de {total, number}.",

  "menu.compare": "Comparar",
  "menu.survey": "Ver en conjunto",
  "menu.cull": "Cribar",
  "action.done": "Listo",

  "keys.compare":
    "Comparar de 2 a 4 fotos seleccionadas; las flechas eligen una y Z amplía todas si el zoom está unido",
  "keys.survey": "Ver en conjunto hasta 12 fotos seleccionadas",
  "keys.cull": "Repasar las fotos una a una; ↑ ↓ se quedan dentro de una ráfaga",
} as const satisfies Record<keyof typeof enJudging, string>;
