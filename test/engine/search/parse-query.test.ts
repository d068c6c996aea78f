import { expect, test } from "vitest";
import { LibraryError } from "../../../electron/contract/errors.ts";
import { parseQuery } from "../../../electron/engine/search/parse-query.ts";

const ms = (date: string) => Date.parse(`${date}T00:00:00Z`);
const text = (words: string) => ({ kind: "text", text: words });

function messageOf(query: string): string {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof LibraryError && error.code === "query-invalid") return error.message;
    throw error;
  }
  throw new Error(`expected ${query} to be invalid`);
}

test.each(["", "   ", '""', "-", " - ", "AND"])("%j is everything", (query) => {
  expect(parseQuery(query)).toEqual({ kind: "and", terms: [] });
});

test.each<[string, object]>([
  ["beach", text("beach")],
  ["IMG_2034.jpg", text("IMG_2034.jpg")],
  ["São-Tomé", text("São-Tomé")],
  ['"New York"', text("New York")],
  ["“New York”", text("New York")],
  ['"no end', text("no end")],
  ["or", text("or")],
  ["12:30", text("12:30")],
  ["C:\\photos", text("C:\\photos")],
  ["https://example.org", text("https://example.org")],
  ['"foo:bar"', text("foo:bar")],
  ["größe:5", text("größe:5")],
  ["label:dog", { kind: "label", name: "dog" }],
  ["LABEL:Dog", { kind: "label", name: "Dog" }],
  ['label:"golden retriever"', { kind: "label", name: "golden retriever" }],
  ["label:dog>0.8", { kind: "label", name: "dog", minConfidence: 0.8 }],
  ["label:dog>=.5", { kind: "label", name: "dog", minConfidence: 0.5 }],
  ['label:"golden retriever">1', { kind: "label", name: "golden retriever", minConfidence: 1 }],
  ['tag:"New York"', { kind: "tag", path: "New York" }],
  ["tag:Places/Portugal", { kind: "tag", path: "Places/Portugal" }],
  ["folder:/home/me/Photos", { kind: "folder", path: "/home/me/Photos" }],
  ['folder:"C:\\My Photos"', { kind: "folder", path: "C:\\My Photos" }],
  ["album:Best", { kind: "album", name: "Best" }],
  ['album:"Trips/2023"', { kind: "album", name: "Trips/2023" }],
  ["album:#12", { kind: "members", album: 12 }],
  ["camera:canon", { kind: "camera", text: "canon" }],
  ["lens:50mm", { kind: "lens", text: "50mm" }],
  ['camera:"=Canon EOS R5"', { kind: "camera", text: "Canon EOS R5", isExact: true }],
  ['camera:="Canon EOS R5"', { kind: "camera", text: "Canon EOS R5", isExact: true }],
  ["lens:=50mm", { kind: "lens", text: "50mm", isExact: true }],
  ["name:IMG_20", { kind: "name", text: "IMG_20" }],
  ["taken:2023", { kind: "taken", fromMs: ms("2023-01-01"), untilMs: ms("2024-01-01") }],
  ["taken:2023-12", { kind: "taken", fromMs: ms("2023-12-01"), untilMs: ms("2024-01-01") }],
  ["taken:2024-02-29", { kind: "taken", fromMs: ms("2024-02-29"), untilMs: ms("2024-03-01") }],
  [
    "taken:2023-05..2024-01",
    { kind: "taken", fromMs: ms("2023-05-01"), untilMs: ms("2024-02-01") },
  ],
  ["taken:2023..", { kind: "taken", fromMs: ms("2023-01-01") }],
  ["taken:..2023", { kind: "taken", untilMs: ms("2024-01-01") }],
  ["taken:1965", { kind: "taken", fromMs: ms("1965-01-01"), untilMs: ms("1966-01-01") }],
  ["taken:>=2023-05", { kind: "taken", fromMs: ms("2023-05-01") }],
  ["taken:>2023-05", { kind: "taken", fromMs: ms("2023-06-01") }],
  ["taken:<2023", { kind: "taken", untilMs: ms("2023-01-01") }],
  ["taken:<=2023-05-14", { kind: "taken", untilMs: ms("2023-05-15") }],
  ["taken:=2023", { kind: "taken", fromMs: ms("2023-01-01"), untilMs: ms("2024-01-01") }],
  ["added:2026-11", { kind: "added", fromMs: ms("2026-11-01"), untilMs: ms("2026-12-01") }],
  ["added:>=2026-11-01", { kind: "added", fromMs: ms("2026-11-01") }],
  ["added:..2025", { kind: "added", untilMs: ms("2026-01-01") }],
  ["rating:3", { kind: "rating", comparison: "=", stars: 3 }],
  ["rating:=0", { kind: "rating", comparison: "=", stars: 0 }],
  ["rating:>=3", { kind: "rating", comparison: ">=", stars: 3 }],
  ["rating:<=3", { kind: "rating", comparison: "<=", stars: 3 }],
  ["rating:>3", { kind: "rating", comparison: ">", stars: 3 }],
  ["rating:<3", { kind: "rating", comparison: "<", stars: 3 }],
  ["flag:pick", { kind: "flag", flag: "pick" }],
  ["flag:None", { kind: "flag", flag: "none" }],
  ["is:picked", { kind: "flag", flag: "pick" }],
  ["is:Rejected", { kind: "flag", flag: "reject" }],
  ["colour:Red", { kind: "colour", colour: "red" }],
  ["color:none", { kind: "colour", colour: "none" }],
  ["iso:>=800", { kind: "iso", comparison: ">=", value: 800 }],
  ["iso:100", { kind: "iso", comparison: "=", value: 100 }],
  ["aperture:<=2.8", { kind: "aperture", comparison: "<=", value: 2.8 }],
  ["aperture:f/4", { kind: "aperture", comparison: "=", value: 4 }],
  ["f:<=2.8", { kind: "aperture", comparison: "<=", value: 2.8 }],
  ["F:4", { kind: "aperture", comparison: "=", value: 4 }],
  ["f:\\photos", text("f:\\photos")],
  ["f:photos", text("f:photos")],
  ["size:>=12mp", { kind: "size", comparison: ">=", value: 12 }],
  ["size:0.5MP", { kind: "size", comparison: "=", value: 0.5 }],
  ["size:<20", { kind: "size", comparison: "<", value: 20 }],
  ["orientation:Portrait", { kind: "orientation", orientation: "portrait" }],
  [
    "place:38.6,-9.3..38.8,-9",
    { kind: "place", area: { south: 38.6, west: -9.3, north: 38.8, east: -9 } },
  ],
  [
    "place:-20,170..-10,-175",
    { kind: "place", area: { south: -20, west: 170, north: -10, east: -175 } },
  ],
  ["is:video", { kind: "is", state: "video" }],
  ["type:Photo", { kind: "is", state: "photo" }],
  ["is:untagged", { kind: "is", state: "untagged" }],
  ["is:Missing", { kind: "is", state: "missing" }],
  ["is:failed", { kind: "is", state: "failed" }],
  ["is:conflict", { kind: "is", state: "conflict" }],
  ["is:unwritten", { kind: "is", state: "unwritten" }],
  ["is:indexed", { kind: "is", state: "indexed" }],
  ["has:GPS", { kind: "has", what: "gps" }],
  ["entry:12", { kind: "entry", entry: 12 }],
])("%s is one term", (query, term) => {
  expect(parseQuery(query)).toEqual(term);
});

const [a, b, c] = [text("a"), text("b"), text("c")];

test.each<[string, object]>([
  ["a b", { kind: "and", terms: [a, b] }],
  ["a AND b", { kind: "and", terms: [a, b] }],
  ["a - b", { kind: "and", terms: [a, b] }],
  ["a OR b", { kind: "or", terms: [a, b] }],
  ["a b OR c", { kind: "or", terms: [{ kind: "and", terms: [a, b] }, c] }],
  ["a (b OR c)", { kind: "and", terms: [a, { kind: "or", terms: [b, c] }] }],
  ["(a OR b)(c)", { kind: "and", terms: [{ kind: "or", terms: [a, b] }, c] }],
  ["((a))", a],
  ["-a", { kind: "not", term: a }],
  ["--a", { kind: "not", term: { kind: "not", term: a } }],
  ['-"a"', { kind: "not", term: a }],
  ["-tag:a b", { kind: "and", terms: [{ kind: "not", term: { kind: "tag", path: "a" } }, b] }],
  ["-(a b)", { kind: "not", term: { kind: "and", terms: [a, b] } }],
  [
    "iso:400..800",
    {
      kind: "and",
      terms: [
        { kind: "iso", comparison: ">=", value: 400 },
        { kind: "iso", comparison: "<=", value: 800 },
      ],
    },
  ],
  ["iso:400..", { kind: "iso", comparison: ">=", value: 400 }],
  ["iso:..800", { kind: "iso", comparison: "<=", value: 800 }],
  [
    "-rating:2..4",
    {
      kind: "not",
      term: {
        kind: "and",
        terms: [
          { kind: "rating", comparison: ">=", stars: 2 },
          { kind: "rating", comparison: "<=", stars: 4 },
        ],
      },
    },
  ],
  [
    "aperture:f/1.8..f/2.8",
    {
      kind: "and",
      terms: [
        { kind: "aperture", comparison: ">=", value: 1.8 },
        { kind: "aperture", comparison: "<=", value: 2.8 },
      ],
    },
  ],
  [
    "size:12mp..24MP",
    {
      kind: "and",
      terms: [
        { kind: "size", comparison: ">=", value: 12 },
        { kind: "size", comparison: "<=", value: 24 },
      ],
    },
  ],
  ["IMG (a).jpg", { kind: "and", terms: [text("IMG"), a, text(".jpg")] }],
])("%s groups its terms", (query, expected) => {
  expect(parseQuery(query)).toEqual(expected);
});

test.each([
  ["rating:>=6", "“rating:>=6” needs a number from 0 to 5."],
  ["rating:", "“rating:” needs a number from 0 to 5."],
  ["entry:0", "“entry:0” needs the number of an entry of the history."],
  ["entry:last", "“entry:last” needs the number of an entry of the history."],
  ["flag:star", "“flag:star” needs one of pick, reject, none."],
  ["colour:pink", "“colour:pink” needs one of red, yellow, green, blue, purple, none."],
  ["iso:fast", "“iso:fast” needs a number, such as iso:>=800 or iso:400..800."],
  ["iso:..", "“iso:..” needs a number, such as iso:>=800 or iso:400..800."],
  ["iso:800..400", "“iso:800..400” ends before it begins."],
  ["rating:3..6", "“rating:3..6” needs a number from 0 to 5."],
  ["rating:2.5", "“rating:2.5” needs a number from 0 to 5."],
  [
    "place:Lisbon",
    "“place:Lisbon” needs south,west..north,east in degrees, such as place:38.6,-9.3..38.8,-9.0.",
  ],
  [
    "place:1,2..3",
    "“place:1,2..3” needs south,west..north,east in degrees, such as place:38.6,-9.3..38.8,-9.0.",
  ],
  ["place:-91,0..0,1", "“place:-91,0..0,1” needs latitudes from -90 to 90 before each comma."],
  ["place:0,0..1,181", "“place:0,0..1,181” needs longitudes from -180 to 180 behind each comma."],
  ["place:2,0..1,1", "“place:2,0..1,1” needs the south before the north."],
  ["camera:=", "“camera:=” needs a camera, such as camera:canon."],
  ["size:>=2mb", "“size:>=2mb” needs a number of megapixels, such as size:>=12mp."],
  ["orientation:tall", "“orientation:tall” needs one of landscape, portrait, square, panorama."],
  [
    "added:>=2023..",
    "“added:>=2023..” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05.",
  ],
  [
    "taken:>soon",
    "“taken:>soon” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05.",
  ],
  ["aperture:>", "“aperture:>” needs an f-number, such as aperture:<=2.8."],
  ["rating:good", "“rating:good” needs a number from 0 to 5."],
  [
    "label:dog>80",
    "“label:dog>80” needs a confidence from 0 to 1 after “>”, such as label:dog>0.8.",
  ],
  ["label:dog>", "“label:dog>” needs a confidence from 0 to 1 after “>”, such as label:dog>0.8."],
  ["label:>0.5", "“label:>0.5” needs a label, such as label:dog."],
  ["tag: Lisbon", '“tag:” needs a tag, such as tag:"New York".'],
  ['tag:""', '“tag:""” needs a tag, such as tag:"New York".'],
  [
    "taken:soon",
    "“taken:soon” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05.",
  ],
  [
    "taken:2023-02-30",
    "“taken:2023-02-30” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05.",
  ],
  [
    "taken:2023-13",
    "“taken:2023-13” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05.",
  ],
  ["taken:..", "“taken:..” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05."],
  [
    "taken:1..2..3",
    "“taken:1..2..3” needs a date, such as 2023, 2023-05-14, 2023-05..2024-01 or >=2023-05.",
  ],
  ["taken:2024..2023", "“taken:2024..2023” ends before it begins."],
  [
    "is:nice",
    "“is:nice” needs one of untagged, missing, failed, review, conflict, unwritten, indexed, photo, video, picked, rejected.",
  ],
  ["has:sound", "“has:sound” needs “gps” after the colon."],
  [
    "foo:bar",
    "“foo:bar” begins with “foo:”, which is none of label:, tag:, folder:, album:, camera:, lens:, taken:, added:, rating:, flag:, colour:, color:, iso:, aperture:, f:, size:, orientation:, name:, type:, is:, entry:, has:, place:; put it in quotation marks to search for the words.",
  ],
  ["constructor:x", expect.stringContaining("“constructor:”, which is none of label:")],
  ["a OR", "“OR” needs a term on both sides."],
  ["OR a", "“OR” needs a term on both sides."],
  ["a OR OR b", "“OR” needs a term on both sides."],
  ["(a OR )", "“OR” needs a term on both sides."],
  ["(a", "“(” has no “)” after it."],
  ["a)", "“)” has no “(” before it."],
  [")", "“)” has no “(” before it."],
  ["()", "“(” needs a term and a “)” after it."],
  ["(", "“(” needs a term and a “)” after it."],
  ["a () b", "“(” needs a term and a “)” after it."],
])("%s is refused with a sentence that says what was expected", (query, message) => {
  expect(messageOf(query)).toEqual(message);
});

test("a search of more terms than anyone types is refused", () => {
  expect(messageOf("a ".repeat(101))).toBe("A search can have 100 terms at most.");
});

test("any text of the permitted length is a query or is refused as one", () => {
  const pieces = [
    '"',
    "(",
    ")",
    "-",
    "OR",
    " ",
    "tag:",
    "a",
    ">",
    "..",
    "\0",
    "🐶",
    "\\",
    "%",
    "'",
    "*",
    "^",
  ];
  let seed = 1;
  for (let round = 0; round < 2000; round += 1) {
    let query = "";
    for (let length = 0; length < 12; length += 1) {
      seed = (seed * 16_807) % 2_147_483_647;
      query += pieces[seed % pieces.length]!;
    }
    try {
      parseQuery(query);
    } catch (error) {
      expect(error, query).toBeInstanceOf(LibraryError);
    }
  }
});

test("two thousand opening brackets are refused, not a crash", () => {
  expect(messageOf("(".repeat(2000))).toBe("“(” needs a term and a “)” after it.");
});
