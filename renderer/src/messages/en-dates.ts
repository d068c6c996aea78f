/** @file The texts of going to a date and of what tiles show, by the rules of en.ts. */
export const enDates = {
  "date.title": "Go to date",
  "date.menu": "Go to date…",
  "date.field": "Year, month or day",
  "date.hint": "Such as 2019, 2019-07 or 2019-07-14.",
  "date.wrong":
    "“{text}” is no date. Write a year, a month or a day, such as 2019, 2019-07 or 2019-07-14.",
  "date.sorts": "The photos will be sorted by the date that they were taken.",
  "date.go": "Go",
  "keys.go-to-date": "Go to a date",
  "keys.grid": "Back to the grid",
  "keys.tile-marks": "What tiles show",
  "tile-marks.now": "On tiles: {name}",
  "tile-marks.name": "On tiles",
  "tile-marks.words": "tiles marks stars flags colour names badges thumbnails show hide",
  "tile-marks.marks": "Marks",
  "tile-marks.names": "Marks and names",
  "tile-marks.none": "Nothing",
} as const;
