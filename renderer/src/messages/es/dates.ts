import type { enDates } from "../en-dates.ts";

export const dates = {
  "date.title": "Ir a una fecha",
  "date.menu": "Ir a una fecha…",
  "date.field": "Año, mes o día",
  "date.hint": "Por ejemplo 2019, 2019-07 o 2019-07-14.",
  "date.wrong":
    "«{text}» no es una fecha. Escriba un año, un mes o un día, por ejemplo 2019, 2019-07 o 2019-07-14.",
  "date.sorts": "Las fotos se ordenarán por la fecha en que se tomaron.",
  "date.go": "Ir",
  "keys.go-to-date": "Ir a una fecha",
  "keys.grid": "Volver a la cuadrícula",
  "keys.tile-marks": "Lo que muestran las miniaturas",
  "tile-marks.now": "En las miniaturas: {name}",
  "tile-marks.name": "En las miniaturas",
  "tile-marks.words": "miniaturas marcas estrellas banderas color nombres mostrar ocultar",
  "tile-marks.marks": "Marcas",
  "tile-marks.names": "Marcas y nombres",
  "tile-marks.none": "Nada",
} satisfies Record<keyof typeof enDates, string>;
