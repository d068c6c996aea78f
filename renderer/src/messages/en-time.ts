/** @file The texts of moving capture times, by the rules of en.ts. */
export const enTime = {
  "menu.time": "Move capture time…",
  "time.title": "Move the capture time of {count, plural, one {# photo} other {# photos}}",
  "time.text": "Only the library changes; the files stay as they are.",
  "time.how": "How",
  "time.how.by": "Move by a time",
  "time.how.to":
    "{count, plural, one {Set to a time} other {Set the first to a time, the others keep their distance}}",
  "time.amount": "By",
  "time.unit": "Unit",
  "time.unit.minutes": "minutes",
  "time.unit.hours": "hours",
  "time.unit.days": "days",
  "time.direction": "Direction",
  "time.direction.later": "later",
  "time.direction.earlier": "earlier",
  "time.to": "Taken at",
  "time.move": "Move",
  "time.done":
    "{count, plural, one {Capture time of # photo} other {Capture times of # photos}} moved.",
} as const;
