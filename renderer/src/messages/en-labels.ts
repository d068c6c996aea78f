/** @file The texts of the label browser, by the rules of en.ts. */
export const enLabels = {
  "labels.title": "Labels",
  "labels.all": "All families",
  "labels.path": "Way down to this label",
  "labels.find": "Find a label",
  "labels.families": "Families",
  "labels.singles": "Single labels",
  "labels.photos": "{count, plural, one {# photo} other {# photos}}",
  "labels.kinds": "{found, number} of {kinds, plural, one {# kind} other {# kinds}}",
  "labels.precision": "right on {right, number} of {checked, number} you checked",
  "labels.tile": "{name}, {count, plural, one {# photo} other {# photos}}",
  "labels.tile.family":
    "{name}, {count, plural, one {# photo} other {# photos}}, family of {kinds, plural, one {# kind} other {# kinds}}",
  "labels.show": "Show photos",
  "labels.make-tag": "Make it a tag",
  "labels.unsure": "Less sure · {count, plural, one {# photo} other {# photos}}",
  "labels.unsure.short": "Show",
  "labels.unsure.show": "Show photos that may be: {name}",
  "labels.none": "No photo has a label yet. Labels come while photos are indexed.",
} as const;
