import type { enDates } from "../en-dates.ts";

export const dates = {
  "date.title": "Ir para uma data",
  "date.menu": "Ir para uma data…",
  "date.field": "Ano, mês ou dia",
  "date.hint": "Por exemplo 2019, 2019-07 ou 2019-07-14.",
  "date.wrong":
    "“{text}” não é uma data. Escreva um ano, um mês ou um dia, por exemplo 2019, 2019-07 ou 2019-07-14.",
  "date.sorts": "As fotos serão ordenadas pela data em que foram tiradas.",
  "date.go": "Ir",
  "keys.go-to-date": "Ir para uma data",
  "keys.grid": "Voltar à grade",
  "keys.tile-marks": "O que as miniaturas mostram",
  "tile-marks.now": "Nas miniaturas: {name}",
  "tile-marks.name": "Nas miniaturas",
  "tile-marks.words": "miniaturas marcas estrelas bandeiras cor nomes mostrar ocultar",
  "tile-marks.marks": "Marcas",
  "tile-marks.names": "Marcas e nomes",
  "tile-marks.none": "Nada",
} satisfies Record<keyof typeof enDates, string>;
