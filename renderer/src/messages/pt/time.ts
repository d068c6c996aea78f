import type { enTime } from "../en-time.ts";

export const time = {
  "menu.time": "Mover data da foto…",
  "time.title": "Mover a data de {count, plural, one {# foto} other {# fotos}}",
  "time.text": "Só a biblioteca muda; os arquivos ficam como estão.",
  "time.how": "Como",
  "time.how.by": "Mover um tempo",
  "time.how.to":
    "{count, plural, one {Definir uma data} other {Definir uma data para a primeira; as outras mantêm a distância}}",
  "time.amount": "Quanto",
  "time.unit": "Unidade",
  "time.unit.minutes": "minutos",
  "time.unit.hours": "horas",
  "time.unit.days": "dias",
  "time.direction": "Sentido",
  "time.direction.later": "mais tarde",
  "time.direction.earlier": "mais cedo",
  "time.to": "Tirada em",
  "time.move": "Mover",
  "time.done": "Data movida em {count, plural, one {# foto} other {# fotos}}.",
} as const satisfies Record<keyof typeof enTime, string>;
