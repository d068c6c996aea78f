import { expect, test } from "vitest";
import { printQuery } from "../../../../electron/engine/search/language/print-query.ts";
import type { Query, Term } from "../../../../electron/engine/search/language/query.ts";
import { parseQuery } from "../../../../electron/engine/search/parse-query.ts";

test.each([
  ["(label:dog OR label:cat) -tag:work", "(label:dog OR label:cat) -tag:work"],
  ["-( a  OR b )", "-(a OR b)"],
  ["a AND b", "a b"],
  ['"a"', "a"],
  ["tag:“New York”", 'tag:"New York"'],
  ['label:"golden retriever">=.5', 'label:"golden retriever">0.5'],
  ["is:picked", "flag:pick"],
  ["rating:=3", "rating:3"],
  ["aperture:f/2.8", "aperture:2.8"],
  ["taken:2023-05-01..2023-05-31", "taken:2023-05"],
  ["place:38.60,-9.3..+38.8,-9.0", "place:38.6,-9.3..38.8,-9"],
  ["taken:2023..2023", "taken:2023"],
  ["taken:2023-01-01..2023-01-02", "taken:2023-01-01..2023-01-02"],
  ["taken:2020..2023-06", "taken:2020-01..2023-06"],
  ["taken:2024-02..", "taken:2024-02.."],
  ["taken:>=2024-02", "taken:2024-02.."],
  ["added:<2024", "added:..2023"],
  ["added:2026-11-14", "added:2026-11-14"],
  ["size:>=12MP", "size:>=12mp"],
  ["size:=0.30", "size:0.3mp"],
  ["orientation:Square", "orientation:square"],
  ["f:<=2.8", "aperture:<=2.8"],
  ['"f:2"', '"f:2"'],
  ['camera:"= Canon EOS R5"', 'camera:"=Canon EOS R5"'],
  ["lens:=50mm", "lens:=50mm"],
  ["taken:..2024-02-29", "taken:..2024-02"],
  ["album:Trips/2023 album:#12", "album:Trips/2023 album:#12"],
  ["--a", "--a"],
  ["", ""],
])("%j is written as %j", (text, expected) => {
  expect(printQuery(parseQuery(text))).toBe(expected);
  expect(parseQuery(expected)).toEqual(parseQuery(text));
});

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = [
  ...[
    "dog",
    "New York",
    "-5",
    "OR",
    "AND",
    "or",
    "tag:x",
    "12:30",
    "https://a.b",
    "a(b)",
    "C:\\x y",
    " a ",
    "größe:5",
    "f:2.8",
    "f:x",
  ],
  ...[
    "»",
    "a-b",
    "#12",
    "a>b",
    'it"s',
    "São-Tomé",
    "a/b c",
    "--",
    "label:",
    "x  y",
    "(",
    ")",
    "a OR b",
    "🐕",
  ],
];

const DAY_MS = 86_400_000;

function randomTerm(random: () => number): Term {
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
  const word = pick(WORDS);
  const value = word.trim();
  const comparison = pick(["<", "<=", "=", ">=", ">"] as const);
  const fromMs = Date.UTC(2019 + random() * 6, random() * 12, pick([1, 1, 2, 31, 28]));
  const untilMs = pick([
    fromMs + DAY_MS * Math.ceil(random() * 800),
    Date.UTC(2026, random() * 12, 1),
    Date.UTC(2027, 0, 1),
  ]);
  const label = value.replaceAll(">", "");
  return pick<() => Term>([
    () => ({ kind: "text", text: word }),
    () => ({ kind: "name", text: value }),
    () => ({ kind: "lens", text: value }),
    () => ({ kind: pick(["camera", "lens"]), text: value, isExact: true }),
    () => ({ kind: "tag", path: value }),
    () => ({ kind: "folder", path: value }),
    () => (value === "#12" ? { kind: "members", album: 12 } : { kind: "album", name: value }),
    () => ({ kind: "label", name: label, minConfidence: Math.ceil(random() * 1000) / 1000 }),
    () => ({ kind: "label", name: label }),
    () => ({ kind: "taken", fromMs, untilMs }),
    () => ({ kind: "taken", ...(random() < 0.5 ? { fromMs } : { untilMs }) }),
    () => ({ kind: "added", fromMs, untilMs }),
    () => ({ kind: "size", comparison, value: Math.floor(random() * 500) / 10 }),
    () => ({ kind: "orientation", orientation: pick(["landscape", "panorama"]) }),
    () => ({ kind: "rating", comparison, stars: Math.floor(random() * 6) }),
    () => ({ kind: "iso", comparison, value: Math.floor(random() * 6400) }),
    () => ({ kind: "aperture", comparison, value: Math.floor(random() * 100) / 10 }),
    () => ({ kind: "colour", colour: pick(["red", "none"]) }),
    () => ({ kind: "flag", flag: pick(["pick", "none"]) }),
    () => ({ kind: "is", state: pick(["untagged", "video"]) }),
    () => ({ kind: "has", what: "gps" }),
    () => {
      const [south, west, east] = [-90 + random() * 90, random() * 360 - 180, random() * 360 - 180];
      return { kind: "place", area: { west, south, east, north: south + random() * 90 } };
    },
  ])();
}

function randomQuery(random: () => number, depth: number): Query {
  const choice = random();
  if (depth === 0 || choice < 0.4) return randomTerm(random);
  if (choice < 0.55) return { kind: "not", term: randomQuery(random, depth - 1) };
  const terms = Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
    randomQuery(random, depth - 1),
  );
  return { kind: choice < 0.8 ? "and" : "or", terms };
}

test("what is written is parsed to the same query, whatever its shape and words", () => {
  const random = randomNumbers(7);

  for (let round = 0; round < 3000; round += 1) {
    const query = randomQuery(random, 4);
    const text = printQuery(query);
    expect({ text, query: parseQuery(text) }).toEqual({ text, query });
  }
});
