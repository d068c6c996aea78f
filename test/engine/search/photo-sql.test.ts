import { expect, test } from "vitest";
import { TestCatalog } from "./test-catalog.ts";

/** Each photo's name says when it should be found. */
function catalogOf(
  photos: Readonly<Record<string, Parameters<TestCatalog["add"]>[0]>>,
): TestCatalog {
  const catalog = new TestCatalog();
  for (const [name, photo] of Object.entries(photos)) catalog.add({ name, ...photo });
  return catalog;
}

function expectFound(catalog: TestCatalog, query: string, names: readonly string[]): void {
  const { total } = catalog.search.page({ query, limit: 1 });
  expect({ query, found: catalog.names(query).sort(), total }).toEqual({
    query,
    found: [...names].sort(),
    total: names.length,
  });
}

test("bare words are prefixes in file name, folder, tags, labels and camera, and all of them must be there", () => {
  using catalog = catalogOf({
    "IMG_2034.jpg": { directory: "Holidays/São-Tomé" },
    "b.jpg": { tags: ["Places/New York"], camera: "Canon EOS R5" },
    "c.jpg": { labels: { tabby: 0.9 }, camera: "NIKON Z 6" },
  });

  expectFound(catalog, "IMG_2034.jpg", ["IMG_2034.jpg"]);
  expectFound(catalog, "img_20", ["IMG_2034.jpg"]);
  expectFound(catalog, "2034", ["IMG_2034.jpg"]);
  expectFound(catalog, "034", []);
  expectFound(catalog, "sao-tome", ["IMG_2034.jpg"]);
  expectFound(catalog, "São-To", ["IMG_2034.jpg"]);
  expectFound(catalog, "tome-sao", []);
  expectFound(catalog, "york", ["b.jpg"]);
  expectFound(catalog, '"new york"', ["b.jpg"]);
  expectFound(catalog, '"york new"', []);
  expectFound(catalog, "canon york", ["b.jpg"]);
  expectFound(catalog, "canon tabby", []);
  expectFound(catalog, "TABBY", ["c.jpg"]);
  expectFound(catalog, "jpg", ["IMG_2034.jpg", "b.jpg", "c.jpg"]);
  expectFound(catalog, "canon OR nikon", ["b.jpg", "c.jpg"]);
  expectFound(catalog, "-canon", ["IMG_2034.jpg", "c.jpg"]);
  expectFound(catalog, "-canon -img", ["c.jpg"]);
});

test("nothing that is typed is syntax of the text index", () => {
  using catalog = catalogOf({ "a.jpg": {} });

  for (const query of [
    "AND",
    "NOT",
    "NEAR",
    "a*",
    "^a",
    "{name}",
    "a'b",
    "a+b",
    "*",
    "'",
    "name\\:",
    ";",
    "a\0b",
    '"a" "',
  ]) {
    expect(() => catalog.names(query)).not.toThrow();
  }
  expectFound(catalog, "a*", ["a.jpg"]);
  expectFound(catalog, "NOT", []);
});

test("a symbol without letters is found as it is", () => {
  using catalog = catalogOf({ "a.jpg": { tags: ["🐶"] }, "100%.jpg": {}, "c&d.jpg": {} });

  expectFound(catalog, "🐶", ["a.jpg"]);
  expectFound(catalog, "%", ["100%.jpg"]);
  expectFound(catalog, "&", ["c&d.jpg"]);
  expectFound(catalog, "-🐶", ["100%.jpg", "c&d.jpg"]);
  expectFound(catalog, "c - d", ["c&d.jpg"]);
});

test("name: and camera: look in their own place only", () => {
  using catalog = catalogOf({
    "canon.jpg": { camera: "NIKON Z 6" },
    "b.jpg": { camera: "Canon EOS R5" },
  });

  expectFound(catalog, "canon", ["canon.jpg", "b.jpg"]);
  expectFound(catalog, "name:canon", ["canon.jpg"]);
  expectFound(catalog, "camera:canon", ["b.jpg"]);
  expectFound(catalog, 'camera:"canon eos"', ["b.jpg"]);
  expectFound(catalog, "camera:canon OR name:canon", ["canon.jpg", "b.jpg"]);
  expectFound(catalog, "camera:canon name:b", ["b.jpg"]);
});

test("lens: finds any part of the lens's name, taken literally", () => {
  using catalog = catalogOf({
    "a.jpg": { lens: "EF 24-70mm f/2.8" },
    "b.jpg": { lens: "50mm_art" },
    "c.jpg": {},
  });

  expectFound(catalog, "lens:70MM", ["a.jpg"]);
  expectFound(catalog, "lens:m_a", ["b.jpg"]);
  expectFound(catalog, "lens:4_7", []);
  expectFound(catalog, "-lens:70mm", ["b.jpg", "c.jpg"]);
});

test("label: adds up the classes that have the words in their name", () => {
  using catalog = catalogOf({
    "golden.jpg": { labels: { "golden retriever": 0.7 } },
    "both.jpg": { labels: { "golden retriever": 0.2, "Labrador retriever": 0.15 } },
    "guess.jpg": { labels: { "golden retriever": 0.15, "Labrador retriever": 0.1 } },
    "cat.jpg": { labels: { tabby: 0.9 } },
    "bus.jpg": { labels: { "school bus": 0.9, brass: 0.3 } },
  });

  expectFound(catalog, "label:retriever", ["golden.jpg", "both.jpg"]);
  expectFound(catalog, "label:Retrievers", ["golden.jpg", "both.jpg"]);
  expectFound(catalog, 'label:"golden retriever"', ["golden.jpg"]);
  expectFound(catalog, "label:retriever>0.5", ["golden.jpg"]);
  expectFound(catalog, "label:retriever>0.2", ["golden.jpg", "both.jpg", "guess.jpg"]);
  expectFound(catalog, "label:retriev", []);
  expectFound(catalog, "label:unicorn", []);
  expectFound(catalog, "label:…", []);
  expectFound(catalog, "-label:unicorn jpg", [
    "golden.jpg",
    "both.jpg",
    "guess.jpg",
    "cat.jpg",
    "bus.jpg",
  ]);
  expectFound(catalog, "-label:retriever", ["guess.jpg", "cat.jpg", "bus.jpg"]);
  expectFound(catalog, "label:bus label:brass", ["bus.jpg"]);
  expectFound(catalog, "label:tabby OR label:bus", ["cat.jpg", "bus.jpg"]);
});

test("label: knows the active model's labels only", () => {
  using catalog = new TestCatalog();
  const id = catalog.add();
  catalog.label(id, "tabby", { confidence: 0.9, model: "other" });

  expectFound(catalog, "label:tabby", []);
});

test("tag: finds any segment of a tag's path and everything below it", () => {
  using catalog = catalogOf({
    "lisbon.jpg": { tags: ["Places/Portugal/Lisbon"] },
    "portugal.jpg": { tags: ["Places/Portugal", "Family"] },
    "ny.jpg": { tags: ["Places/New York"] },
    "yorkshire.jpg": { tags: ["Yorkshire", "100%"] },
    "è.jpg": { tags: ["Caf\u00e9"] },
  });

  expectFound(catalog, "tag:lisbon", ["lisbon.jpg"]);
  expectFound(catalog, "tag:Portugal", ["lisbon.jpg", "portugal.jpg"]);
  expectFound(catalog, "tag:Portugal/Lisbon", ["lisbon.jpg"]);
  expectFound(catalog, "tag:/Places/", ["lisbon.jpg", "portugal.jpg", "ny.jpg"]);
  expectFound(catalog, 'tag:"new  york"', ["ny.jpg"]);
  expectFound(catalog, 'tag:"Places / Portugal"', ["lisbon.jpg", "portugal.jpg"]);
  expectFound(catalog, "tag:york", []);
  expectFound(catalog, "tag:%", []);
  expectFound(catalog, "tag:100%", ["yorkshire.jpg"]);
  expectFound(catalog, "tag:CAFE\u0301", ["è.jpg"]);
  expectFound(catalog, "-tag:places", ["yorkshire.jpg", "è.jpg"]);
  expectFound(catalog, "tag:portugal -tag:family", ["lisbon.jpg"]);
});

test("folder: finds segments of a path, or everything below an absolute one", () => {
  using catalog = catalogOf({
    "a.jpg": { folder: "/home/me/Photos", directory: "2023/Über Ostern" },
    "b.jpg": { folder: "/home/me/Photos", directory: "2023" },
    "c.jpg": { folder: "/home/me/Photos", directory: "2023 rest" },
    "d.jpg": { folder: "D:\\Bilder", directory: "2023/Sommer" },
  });

  expectFound(catalog, "folder:2023", ["a.jpg", "b.jpg", "d.jpg"]);
  expectFound(catalog, 'folder:"ÜBER OSTERN"', ["a.jpg"]);
  expectFound(catalog, "folder:2023/sommer", ["d.jpg"]);
  expectFound(catalog, "folder:photos", ["a.jpg", "b.jpg", "c.jpg"]);
  expectFound(catalog, "folder:/home/me/Photos/2023", ["a.jpg", "b.jpg"]);
  expectFound(catalog, "folder:/home/me/Photos/2023/", ["a.jpg", "b.jpg"]);
  expectFound(catalog, "folder:/home", ["a.jpg", "b.jpg", "c.jpg"]);
  expectFound(catalog, "folder:/me", []);
  expectFound(catalog, "folder:/", ["a.jpg", "b.jpg", "c.jpg"]);
  expectFound(catalog, "folder:d:\\bilder\\2023", ["d.jpg"]);
  expectFound(catalog, "folder:D:/Bilder", ["d.jpg"]);
  expectFound(catalog, "-folder:photos", ["d.jpg"]);
  expectFound(catalog, "folder:nowhere", []);
});

test("taken: compares capture times as the clock on the wall showed them", () => {
  using catalog = catalogOf({
    "first.jpg": { at: "2023-01-01T00:00:00" },
    "last.jpg": { at: "2023-12-31T23:59:59" },
    "next.jpg": { at: "2024-01-01T00:00:00" },
    "old.jpg": { at: "1965-06-01T10:00:00" },
    "copied.jpg": { at: "2023-05-14T10:00:00", isDated: false },
  });

  expectFound(catalog, "taken:2023", ["first.jpg", "last.jpg"]);
  expectFound(catalog, "taken:2023-12-31", ["last.jpg"]);
  expectFound(catalog, "taken:..2022", ["old.jpg"]);
  expectFound(catalog, "taken:2023-12..", ["last.jpg", "next.jpg"]);
  expectFound(catalog, "-taken:2023", ["next.jpg", "old.jpg", "copied.jpg"]);
});

test("flags and colours are found by name, and those without one as none; missing photos are in no result", () => {
  using catalog = catalogOf({
    "pick.jpg": { flag: "pick", colourLabel: "red" },
    "reject.jpg": { flag: "reject" },
    "plain.jpg": {},
    "gone.jpg": { flag: "pick", colourLabel: "red", isMissing: true },
  });

  expectFound(catalog, "flag:pick", ["pick.jpg"]);
  expectFound(catalog, "is:rejected", ["reject.jpg"]);
  expectFound(catalog, "flag:none", ["plain.jpg"]);
  expectFound(catalog, "-flag:pick", ["plain.jpg", "reject.jpg"]);
  expectFound(catalog, "-flag:none", ["pick.jpg", "reject.jpg"]);
  expectFound(catalog, "colour:red", ["pick.jpg"]);
  expectFound(catalog, "color:none", ["plain.jpg", "reject.jpg"]);
  expectFound(catalog, "flag:pick OR colour:none", ["pick.jpg", "plain.jpg", "reject.jpg"]);
  expectFound(catalog, "flag:pick colour:none", []);
  expectFound(catalog, "colour:red is:missing", ["gone.jpg"]);
});

test("place: finds what was taken in an area, its edges included, also across the antimeridian", () => {
  using catalog = catalogOf({
    "lisbon.jpg": { latitude: 38.71, longitude: -9.14 },
    "fiji.jpg": { latitude: -17.7, longitude: 178 },
    "samoa.jpg": { latitude: -13.8, longitude: -172 },
    "nowhere.jpg": {},
    "gone.jpg": { latitude: 38.71, longitude: -9.14, isMissing: true },
  });

  expectFound(catalog, "place:38.71,-9.14..38.8,-9", ["lisbon.jpg"]);
  expectFound(catalog, "place:38.72,-9.14..38.8,-9", []);
  expectFound(catalog, "place:-20,170..-10,-170", ["fiji.jpg", "samoa.jpg"]);
  expectFound(catalog, "place:-90,-180..90,180", ["lisbon.jpg", "fiji.jpg", "samoa.jpg"]);
  expectFound(catalog, "-place:-90,-180..90,0", ["fiji.jpg", "nowhere.jpg"]);
  expectFound(catalog, "has:gps -place:-20,170..-10,-170", ["lisbon.jpg"]);
  expectFound(catalog, "place:38,-10..39,-9 is:missing", ["gone.jpg"]);
});

test("alternatives, and what is left out, are counted as they are found", () => {
  using catalog = catalogOf({
    "pick.jpg": { flag: "pick", tags: ["Lisbon", "Porto"] },
    "red.jpg": { colourLabel: "red", tags: ["Lisbon"] },
    "both.jpg": { flag: "pick", colourLabel: "red", folder: "/b" },
    "reject.jpg": { flag: "reject", labels: { tabby: 0.9 } },
    "plain.jpg": { folder: "/b", tags: ["Trips/Porto"] },
    "gone.jpg": { flag: "pick", colourLabel: "red", isMissing: true },
  });

  const expectAll = () => {
    expectFound(catalog, "flag:pick OR colour:red", ["pick.jpg", "red.jpg", ...b("both.jpg")]);
    expectFound(catalog, "-(flag:pick OR colour:red)", ["reject.jpg", ...b("plain.jpg")]);
    expectFound(catalog, "(flag:pick OR colour:red) -tag:lisbon", b("both.jpg"));
    expectFound(catalog, "(flag:pick OR tag:porto) (colour:red OR tag:lisbon)", [
      "pick.jpg",
      ...b("both.jpg"),
    ]);
    expectFound(catalog, "tabby OR tag:porto OR flag:pick", [
      "reject.jpg",
      "pick.jpg",
      ...b("both.jpg", "plain.jpg"),
    ]);
    expectFound(catalog, "-tag:porto", ["red.jpg", "reject.jpg", ...b("both.jpg")]);
    expectFound(catalog, "tag:porto", ["pick.jpg", ...b("plain.jpg")]);
    expectFound(catalog, "-(tag:porto flag:pick)", [
      "red.jpg",
      "reject.jpg",
      ...b("both.jpg", "plain.jpg"),
    ]);
    expectFound(catalog, "flag:none", ["red.jpg", ...b("plain.jpg")]);
    expectFound(catalog, "-flag:none", ["pick.jpg", "reject.jpg", ...b("both.jpg")]);
    expectFound(catalog, "-flag:pick", ["red.jpg", "reject.jpg", ...b("plain.jpg")]);
  };
  let isThere = true;
  const b = (...names: string[]) => (isThere ? names : []);
  expectAll();
  catalog.removeFolder("/b");
  isThere = false;
  expectAll();
});

test("iso: and aperture: compare what the camera was set to, and find no photo that does not say", () => {
  using catalog = catalogOf({
    "fast.jpg": { iso: 3200, aperture: 2.79 },
    "slow.jpg": { iso: 100, aperture: 8 },
    "scan.jpg": {},
  });

  expectFound(catalog, "iso:>=800", ["fast.jpg"]);
  expectFound(catalog, "iso:<800", ["slow.jpg"]);
  expectFound(catalog, "iso:100", ["slow.jpg"]);
  expectFound(catalog, "-iso:100", ["fast.jpg", "scan.jpg"]);
  expectFound(catalog, "iso:50..200", ["slow.jpg"]);
  expectFound(catalog, "-iso:50..200", ["fast.jpg", "scan.jpg"]);
  expectFound(catalog, "aperture:2.8..8", ["fast.jpg", "slow.jpg"]);
  expectFound(catalog, "aperture:2.8", ["fast.jpg"]);
  expectFound(catalog, "aperture:>=2.8", ["fast.jpg", "slow.jpg"]);
  expectFound(catalog, "aperture:>2.8", ["slow.jpg"]);
  expectFound(catalog, "aperture:<2.8", []);
  expectFound(catalog, "aperture:<=2.8 iso:>=800", ["fast.jpg"]);
});

test("with an equals sign before it a camera or lens is the whole name, whatever its case", () => {
  using catalog = catalogOf({
    "a.jpg": { camera: "Canon EOS R5", lens: "50mm" },
    "b.jpg": { camera: "Canon EOS R5 C", lens: "50mm Art" },
    "c.jpg": {},
  });

  expectFound(catalog, 'camera:"canon eos r5"', ["a.jpg", "b.jpg"]);
  expectFound(catalog, 'camera:"=canon eos r5"', ["a.jpg"]);
  expectFound(catalog, 'camera:"=canon eos"', []);
  expectFound(catalog, '-camera:"=Canon EOS R5"', ["b.jpg", "c.jpg"]);
  expectFound(catalog, "lens:=50MM", ["a.jpg"]);
  expectFound(catalog, 'camera:"=Canon EOS R5" -lens:=50mm', []);
  expectFound(catalog, "lens:=50mm OR lens:art", ["a.jpg", "b.jpg"]);
});

test("size: compares megapixels, and one alone is what is rounded to it", () => {
  using catalog = catalogOf({
    "12.jpg": { widthPx: 4000, heightPx: 3000 },
    "12.2.jpg": { widthPx: 4032, heightPx: 3024 },
    "24.jpg": { widthPx: 6000, heightPx: 4000 },
    "unknown.jpg": { widthPx: null },
    "gone.jpg": { widthPx: 6000, heightPx: 4000, isMissing: true },
  });

  expectFound(catalog, "size:>=12mp", ["12.jpg", "12.2.jpg", "24.jpg"]);
  expectFound(catalog, "size:>12mp", ["12.2.jpg", "24.jpg"]);
  expectFound(catalog, "size:<12.1mp", ["12.jpg"]);
  expectFound(catalog, "size:12mp", ["12.jpg", "12.2.jpg"]);
  expectFound(catalog, "size:12.2mp", ["12.2.jpg"]);
  expectFound(catalog, "-size:>=12mp", ["unknown.jpg"]);
  expectFound(catalog, "is:missing size:24mp", ["gone.jpg"]);
  expectFound(catalog, "size:24mp OR name:unknown", ["24.jpg", "unknown.jpg"]);
});

test("orientation: tells shapes apart; a photo whose size is not known has none", () => {
  using catalog = catalogOf({
    "wide.jpg": { widthPx: 300, heightPx: 200 },
    "tall.jpg": { widthPx: 200, heightPx: 300 },
    "even.jpg": { widthPx: 202, heightPx: 200 },
    "strip.jpg": { widthPx: 400, heightPx: 200 },
    "nearly.jpg": { widthPx: 390, heightPx: 200 },
    "unknown.jpg": { widthPx: null },
    "gone.jpg": { widthPx: 200, heightPx: 300, isMissing: true },
  });

  expectFound(catalog, "orientation:landscape", ["wide.jpg", "nearly.jpg"]);
  expectFound(catalog, "orientation:portrait", ["tall.jpg"]);
  expectFound(catalog, "orientation:square", ["even.jpg"]);
  expectFound(catalog, "orientation:panorama", ["strip.jpg"]);
  expectFound(catalog, "-orientation:landscape -orientation:panorama", [
    "tall.jpg",
    "even.jpg",
    "unknown.jpg",
  ]);
  expectFound(catalog, "is:missing orientation:portrait", ["gone.jpg"]);
});

test("added: is a day of the clock here", () => {
  const at = (year: number, month: number, day: number, hour = 0) =>
    new Date(year, month - 1, day, hour).getTime();
  using catalog = catalogOf({
    "october.jpg": { addedAtMs: at(2026, 11, 1) - 1 },
    "first.jpg": { addedAtMs: at(2026, 11, 1) },
    "last.jpg": { addedAtMs: at(2026, 11, 30, 23) },
    "december.jpg": { addedAtMs: at(2026, 12, 1) },
    "gone.jpg": { addedAtMs: at(2026, 11, 2), isMissing: true },
  });

  expectFound(catalog, "added:2026-11", ["first.jpg", "last.jpg"]);
  expectFound(catalog, "added:>=2026-11-01", ["first.jpg", "last.jpg", "december.jpg"]);
  expectFound(catalog, "added:<2026-11", ["october.jpg"]);
  expectFound(catalog, "added:2026-11-30..", ["last.jpg", "december.jpg"]);
  expectFound(catalog, "-added:2026-11", ["october.jpg", "december.jpg"]);
  expectFound(catalog, "is:missing added:2026-11", ["gone.jpg"]);
});

test("rating: compares stars", () => {
  using catalog = catalogOf({ "0.jpg": {}, "3.jpg": { rating: 3 }, "5.jpg": { rating: 5 } });

  expectFound(catalog, "rating:3", ["3.jpg"]);
  expectFound(catalog, "rating:>=3", ["3.jpg", "5.jpg"]);
  expectFound(catalog, "rating:>3", ["5.jpg"]);
  expectFound(catalog, "rating:<=3", ["0.jpg", "3.jpg"]);
  expectFound(catalog, "rating:<3", ["0.jpg"]);
  expectFound(catalog, "rating:0", ["0.jpg"]);
});

test("is: and has: find photos by their state", () => {
  using catalog = catalogOf({
    "tagged.jpg": { tags: ["x"] },
    "waiting.jpg": { isIndexed: false },
    "damaged.jpg": { isIndexed: false, failure: "cut off" },
    "placed.jpg": { latitude: 0 },
  });

  expectFound(catalog, "is:untagged", ["waiting.jpg", "damaged.jpg", "placed.jpg"]);
  expectFound(catalog, "is:indexed", ["tagged.jpg", "placed.jpg"]);
  expectFound(catalog, "-is:indexed", ["waiting.jpg", "damaged.jpg"]);
  expectFound(catalog, "is:failed", ["damaged.jpg"]);
  expectFound(catalog, "has:gps", ["placed.jpg"]);
  expectFound(catalog, "is:untagged -is:failed jpg", ["waiting.jpg", "placed.jpg"]);
});

test("is: and type: tell photos from videos", () => {
  using catalog = catalogOf({
    "a.jpg": {},
    "b.mp4": { isIndexed: false },
    "c.mp4": { tags: ["x"] },
  });
  catalog.db.run("UPDATE photo SET kind = 'video' WHERE name LIKE '%.mp4'");

  expectFound(catalog, "is:video", ["b.mp4", "c.mp4"]);
  expectFound(catalog, "TYPE:Video", ["b.mp4", "c.mp4"]);
  expectFound(catalog, "is:video tag:x", ["c.mp4"]);
  expectFound(catalog, "is:photo", ["a.jpg"]);
  expectFound(catalog, "-is:photo", ["b.mp4", "c.mp4"]);
  expectFound(catalog, "type:photo OR tag:x", ["a.jpg", "c.mp4"]);
});

test("missing photos are found only where the query asks for them", () => {
  using catalog = catalogOf({
    "here.jpg": { tags: ["x"], rating: 5 },
    "gone.jpg": { tags: ["x"], isMissing: true },
    "lost.jpg": { isMissing: true },
  });

  expectFound(catalog, "", ["here.jpg"]);
  expectFound(catalog, "jpg", ["here.jpg"]);
  expectFound(catalog, "tag:x", ["here.jpg"]);
  expectFound(catalog, "-tag:y", ["here.jpg"]);
  expectFound(catalog, "is:missing", ["gone.jpg", "lost.jpg"]);
  expectFound(catalog, "-is:missing", ["here.jpg"]);
  expectFound(catalog, "--is:missing", ["gone.jpg", "lost.jpg"]);
  expectFound(catalog, "is:missing tag:x", ["gone.jpg"]);
  expectFound(catalog, "is:missing -tag:x", ["lost.jpg"]);
  expectFound(catalog, "tag:x OR is:missing", ["here.jpg", "gone.jpg", "lost.jpg"]);
  expectFound(catalog, "(is:missing name:lost) OR tag:x", ["here.jpg", "lost.jpg"]);
  expectFound(catalog, "tag:x (is:missing OR rating:5)", ["here.jpg", "gone.jpg"]);
  expectFound(catalog, "-(is:missing tag:x)", ["here.jpg"]);
  expectFound(catalog, "-(-is:missing OR tag:x)", ["lost.jpg"]);
});

test("photos of removed folders are in no result", () => {
  using catalog = catalogOf({
    "here.jpg": { folder: "/a", tags: ["x"] },
    "there.jpg": { folder: "/b", tags: ["x"] },
    "gone.jpg": { folder: "/b", isMissing: true },
  });
  catalog.removeFolder("/b");

  for (const query of ["", "jpg", "tag:x", "-tag:y", "folder:/", "tag:x -folder:/a/c"])
    expectFound(catalog, query, ["here.jpg"]);
  expectFound(catalog, "is:missing", []);
  expectFound(catalog, "folder:b", []);
});

test("a hundred terms of any kind are not too many", () => {
  using catalog = catalogOf({
    "a.jpg": { labels: { "golden retriever": 0.2, "Labrador retriever": 0.2 } },
  });
  const nested = (depth: number): string =>
    depth === 0 ? "a" : `-(tag:x (is:missing OR ${nested(depth - 1)}))`;

  for (const term of [
    "a",
    "-b",
    "tag:a OR a",
    "-tag:b",
    "lens:x OR a",
    "🐶 OR a",
    "label:retriever",
    "rating:0..5",
    "-iso:400..800",
    "size:1..2 OR a",
  ]) {
    const query = Array.from({ length: term.includes("OR") ? 50 : 100 }, () => `(${term})`).join(
      " ",
    );
    expectFound(catalog, query, ["a.jpg"]);
  }
  expectFound(catalog, nested(33), ["a.jpg"]);
});
