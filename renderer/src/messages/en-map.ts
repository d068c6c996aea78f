/** @file The texts of the map, by the rules of en.ts. */
export const enMap = {
  "map.title": "Map",
  "keys.map": "Map or photos",
  "map.surface": "Map of {count, plural, one {# photo} other {# photos}}",
  "map.keys": "Arrows move the map, plus and minus zoom, Home shows all places.",
  "map.places": "Places",
  "map.cluster": "{count, plural, one {# photo} other {# photos}} near {place}",
  "map.show": "Show {count, plural, one {this photo} other {these # photos}}",
  "map.zoom-in": "Zoom in",
  "map.zoom-out": "Zoom out",
  "map.fit": "Show all places",
  "map.unlocated": "{count, plural, =0 {} one {# without a place} other {# without a place}}",
  "map.none":
    "{count, plural, =0 {No photos match.} one {This photo has no place.} other {None of these # photos has a place.}}",
  "map.announce":
    "{count, plural, =0 {No photos here.} one {# photo here, } other {# photos here, }}{places, plural, =0 {} one {in # place.} other {in # places.}}",
} as const;
