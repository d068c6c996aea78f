import type { enTime } from "../en-time.ts";

export const time = {
  "menu.time": "Mover fecha de toma…",
  "time.title": "Mover la fecha de toma de {count, plural, one {# foto} other {# fotos}}",
  "time.text": "Solo cambia la biblioteca; los archivos quedan como están.",
  "time.how": "Cómo",
  "time.how.by": "Mover un tiempo",
  "time.how.to":
    "{count, plural, one {Poner una fecha} other {Poner una fecha a la primera; las demás guardan la distancia}}",
  "time.amount": "Cuánto",
  "time.unit": "Unidad",
  "time.unit.minutes": "minutos",
  "time.unit.hours": "horas",
  "time.unit.days": "días",
  "time.direction": "Sentido",
  "time.direction.later": "más tarde",
  "time.direction.earlier": "más temprano",
  "time.to": "Tomada el",
  "time.move": "Mover",
  "time.done": "Fecha de toma movida en {count, plural, one {# foto} other {# fotos}}.",
} as const satisfies Record<keyof typeof enTime, string>;
