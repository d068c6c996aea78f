import { mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listEntries } from "../../../../electron/engine/catalog/journal/journal.ts";
import { undo } from "../../../../electron/engine/catalog/journal/undo.ts";
import { addTag } from "../../../../electron/engine/tags/photo-tags.ts";
import { keywordPacket } from "../../metadata/xmp-packet.ts";
import { loadTeller } from "../../../../electron/texts/load-teller.ts";
import { fingerprintOf, importedPhotos } from "../../../support/imported-photos.ts";

const EVERYTHING = {
  tags: ["a; b", "Places/Lisbon", 'the "old" one', "x|y"],
  rating: 4,
  flag: "pick",
  colour: "purple",
  title: 'Tejo, "the river"',
  caption: "Ferries\nat noon; =1+1",
};

test.each(["csv", "jsonl"] as const)(
  "what is exported as %s is the same after it was imported elsewhere, and a second import changes nothing",
  async (format) => {
    await using here = await importedPhotos(["2024/a.jpg", "2024/b.jpg"]);
    await here.import(
      "everything.jsonl",
      `${JSON.stringify({ path: "/photos/2024/a.jpg", ...EVERYTHING })}\n${JSON.stringify({ path: "/photos/2024/b.jpg", rating: 0, flag: "none", colour: "none" })}\n`,
    );
    await using there = await importedPhotos(["trip/x.jpg", "trip/y.jpg"]);
    const text = here.export(format);

    const first = await there.import(`all.${format}`, text);
    const second = await there.import(`all.${format}`, text);

    const [a, b] = there.rows();
    expect(a).toEqual({ ...EVERYTHING, path: "/photos/trip/x.jpg", fingerprint: fingerprintOf(0) });
    expect(b).toMatchObject({ rating: 0, flag: "none", colour: "none" });
    expect([first.changed, first.problems]).toEqual([2, []]);
    expect(first.sentence).toBe(
      `Imported 4 tags, 2 ratings, 2 flags, 2 colour labels, 1 title and 1 caption for 2 photos from all.${format}`,
    );
    expect(second).toEqual({ changes: [], problems: [], sentence: undefined, changed: 0 });
  },
);

test("an import is one change, which undo takes back as a whole", async () => {
  await using library = await importedPhotos(["a.jpg", "b.jpg"]);
  await library.import("first.csv", "path,tags,rating\na.jpg,ferry,2\n");
  const before = library.rows();

  await library.import("x.csv", "path,tags,rating\na.jpg,tram; boat,5\nb.jpg,boat,\n");
  const { sentence } = undo(library.db);

  expect(sentence).toBe("Imported 2 tags and 1 rating for 2 photos from x.csv");
  expect(library.rows()).toEqual(before);
});

test("reading tells what would change, photo by photo, and changes nothing", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  await library.import("first.csv", "path,tags,rating\na.jpg,ferry,2\n");
  const before = library.rows();
  await writeFile(library.temp.at("x.csv"), "path,tags,rating\na.jpg,Ferry; boat,5\n");

  const { session, changes } = await library.open(library.temp.at("x.csv"));
  await session[Symbol.asyncDispose]();

  expect(changes).toEqual([
    {
      path: "/photos/a.jpg",
      addedTags: ["boat"],
      values: [{ field: "rating", from: 2, to: 5 }],
    },
  ]);
  expect(library.rows()).toEqual(before);
});

test("a tag that came with the file becomes the user's, and what is not said stays", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  library.db.run("INSERT INTO tag (path, key) VALUES ('Ferry', 'ferry')");
  library.db.run(
    "INSERT INTO photo_tag (photo_id, tag_id, added_at_ms, origin) VALUES (1, 1, 0, 'file')",
  );
  const exported = library.rows();

  await library.import("a.csv", "path,tags,caption\na.jpg,ferry,\n");

  expect(exported).toMatchObject([{ file: { tags: ["Ferry"] } }]);
  expect(library.rows()).toEqual([
    { path: "/photos/a.jpg", fingerprint: fingerprintOf(0), tags: ["Ferry"] },
  ]);
});

test("photos are found by path, below a watched folder, by their bytes, and by the end of a path of another computer", async () => {
  await using library = await importedPhotos([
    "2023/a.jpg",
    "2024/a.jpg",
    "2024/trip/b.jpg",
    "c.jpg",
  ]);
  const lines = [
    { path: "/photos/2023/a.jpg", title: "by path" },
    { path: "2024/a.jpg", title: "below the folder" },
    { path: "/old/renamed.jpg", fingerprint: fingerprintOf(3), title: "by bytes" },
    { path: "D:\\Pictures\\2024\\trip\\b.jpg", title: "by end" },
  ];

  const { problems } = await library.import(
    "a.jsonl",
    lines.map((line) => JSON.stringify(line)).join("\n"),
  );

  expect(problems).toEqual([]);
  expect(library.rows().map(({ title }) => title)).toEqual([
    "by path",
    "below the folder",
    "by end",
    "by bytes",
  ]);
});

test("a name alone, and an end that several photos have, are told with their lines, and the rest is imported", async () => {
  await using library = await importedPhotos(["x/2024/a.jpg", "y/2024/a.jpg", "b.jpg", "z/b.jpg"]);

  const { problems, changed } = await library.import(
    "a.csv",
    "path,rating\n/old/2024/a.jpg,3\n/old/c.jpg,3\n/old/other/b.jpg,3\n/old/y/2024/a.jpg,3\n",
  );

  expect(problems.map(({ kind, place }) => [kind, place])).toEqual([
    ["unmatched", "line 2"],
    ["unmatched", "line 3"],
    ["unmatched", "line 4"],
  ]);
  expect(problems[0]!.message).toContain("2 could be meant: /old/2024/a.jpg");
  expect(changed).toBe(1);
  expect(library.rows()[1]).toMatchObject({ rating: 3 });
});

test("of two rows that say something else of one photo the first holds, in every import", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  const csv = "path,rating,tags\na.jpg,3,ferry\n/photos/a.jpg,4,tram\n";

  const [first, second] = [await library.import("a.csv", csv), await library.import("a.csv", csv)];

  for (const { problems } of [first, second])
    expect(problems).toMatchObject([
      {
        kind: "contradiction",
        place: "line 3",
        message: expect.stringContaining("that line 2 gives") as string,
      },
    ]);
  expect(second.changed).toBe(0);
  expect(library.rows()).toMatchObject([{ rating: 3, tags: ["ferry", "tram"] }]);
});

test.each([
  ["a.csv", "path,rating\na.jpg,6\n", "line 2", "a rating of 0 to 5 but got 6"],
  ["a.csv", "path,rating\na.jpg,3.5\n", "line 2", 'a rating of 0 to 5 but got "3.5"'],
  ["a.csv", "path,colour\na.jpg,mauve\n", "line 2", "the colour red"],
  ["a.csv", "path,flag\na.jpg,maybe\n", "line 2", "the flag pick"],
  ["a.csv", "path,tags\na.jpg,a//b\n", "line 2", "A tag needs a name"],
  ["a.csv", 'path,tags\na.jpg,"""a"\n', "line 2", "tags with a closed quote"],
  ["a.csv", "path,rating\n,3\n", "line 2", "a path but got"],
  ["a.csv", "path,rating\na.jpg,3,4\n", "line 2", "2 fields but got 3"],
  ["a.csv", "path,title\na.jpg,a\u0007b\n", "line 2", "without control characters"],
  ["a.jsonl", '{"path":"a.jpg"}\n{"path":\n', "line 2", "a JSON object"],
  ["a.jsonl", "\n[1]\n", "line 2", "a path but got none"],
  ["a.jsonl", '{"path":"a.jpg","tags":"ferry"}', "line 1", "tags of at most"],
])("%s that says %j imports nothing, and tells where", async (name, text, place, message) => {
  await using library = await importedPhotos(["a.jpg"]);
  const good = name === "a.csv" ? "" : `\n{"path":"a.jpg","rating":5}`;
  await writeFile(library.temp.at(name), text + good);

  const { session, problems } = await library.open(library.temp.at(name));
  await using _ending = session;

  expect(problems).toMatchObject([{ kind: "invalid", place }]);
  expect(problems[0]!.message).toContain(message);
  await expect(session.apply(library.text)).rejects.toThrow(
    /without mistakes.*nothing was imported/,
  );
  expect(library.rows()).toEqual([{ path: "/photos/a.jpg", fingerprint: fingerprintOf(0) }]);
});

test("what is left out or wrong is told in every language, and where", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  await writeFile(library.temp.at("a.csv"), "path,rating\nnone.jpg,3\na.jpg,6\n");
  const teller = await loadTeller("pt");

  const { session, problems } = await library.open(library.temp.at("a.csv"));
  await using _ending = session;

  expect(
    problems.map(({ placeTold, told }) => [placeTold, told].map((one) => teller.say(one!))),
  ).toEqual([
    [
      "linha 2",
      "Era esperada uma foto da biblioteca, mas não há nenhuma ali, nem outra parecida: none.jpg",
    ],
    ["linha 3", "O esperado era uma classificação de 0 a 5, mas há 6"],
  ]);
});

test.each([
  ["a.csv", "", "Expected the names of columns"],
  ["a.csv", "name,rating\na,3\n", '"path" among them, in the first line of'],
  ["a.txt", "path\n", "Expected a .csv or .jsonl file"],
])("%s with %j is refused as a whole", async (name, text, message) => {
  await using library = await importedPhotos(["a.jpg"]);

  await expect(library.import(name, text)).rejects.toThrow(message);
});

test("bytes that are no UTF-8, and a place where nothing is, are refused by name", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  await writeFile(library.temp.at("latin.csv"), Buffer.from("path\nb\xf6at.jpg\n", "latin1"));

  await expect(library.import("latin.csv")).rejects.toThrow(/UTF-8 in .*latin\.csv/);
  await expect(library.import("none.csv")).rejects.toThrow(/none\.csv but there is none/);
});

test("a folder of XMP files is imported wherever it is, and one that is damaged is named and left out", async () => {
  await using library = await importedPhotos([
    "2024/a.jpg",
    "2024/b.cr2",
    "2024/c.jpg",
    "2024/c.png",
  ]);
  const place = (name: string) => library.temp.at("xmp", "Pictures", "2024", name);
  await mkdir(place(""), { recursive: true });
  const labels = 'xmp:Rating="4" xmp:Label="Blue" digiKam:PickLabel="3"';
  await writeFile(place("a.jpg.xmp"), keywordPacket(["ferry"], labels));
  await writeFile(place("b.xmp"), keywordPacket(["tram"]));
  await writeFile(place("c.xmp"), keywordPacket(["whose"]));
  await writeFile(place("d.xmp"), "no XMP");
  await writeFile(place("preset.xmp"), keywordPacket([]));

  const first = await library.import("xmp");
  const second = await library.import("xmp");

  expect(library.rows()).toMatchObject([
    { tags: ["ferry"], rating: 4, colour: "blue", flag: "pick" },
    { tags: ["tram"] },
    {},
    {},
  ]);
  expect(first.problems.map(({ kind, place }) => [kind, place])).toEqual([
    ["unmatched", "Pictures/2024/c.xmp"],
    ["unreadable", "Pictures/2024/d.xmp"],
  ]);
  expect(second.changed).toBe(0);
});

test("a word that is a synonym here is imported as its tag", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  await library.import("first.csv", "path,tags\na.jpg,Boats/Ferry\n");
  library.db.run(
    "INSERT INTO tag_synonym (tag_id, word, key) SELECT id, 'Fähre', 'fähre' FROM tag WHERE key = 'boats/ferry'",
  );

  const { changed } = await library.import("again.csv", "path,tags\na.jpg,fähre\n");

  expect(changed).toBe(0);
});

test("a large file is read in parts, and a photo with many rows is one photo", async () => {
  await using library = await importedPhotos(["a.jpg"]);
  const rows = Array.from({ length: 1200 }, (_, index) => `a.jpg,tag ${index}`).join("\n");

  const { changed, changes } = await library.import("a.csv", `path,tags\n${rows}\n`);

  expect([changed, changes.length]).toEqual([1, 1200]);
  expect(library.rows()[0]!.tags).toHaveLength(1200);
});

/** Many photos, whose import is applied in several parts; what the catalog had before, and the file. */
async function openLarge() {
  const names = Array.from({ length: 2500 }, (_, index) => `${index}.jpg`);
  const library = await importedPhotos(names);
  const before = library.rows();
  const csv = `path,tags,rating\n${names.map((name) => `${name},Lisbon,4\n`).join("")}`;
  await writeFile(library.temp.at("all.csv"), csv);
  return { library, before, file: library.temp.at("all.csv") };
}

test("a large import is one change, though others are answered in between, and undo takes back all of it", async () => {
  const { library, before, file } = await openLarge();
  await using _library = library;
  const { session } = await library.open(file);
  await using _session = session;
  const parts: number[] = [];

  const { changed, sentence } = await session.apply(library.text, {
    onPart: (some) => {
      parts.push(some.length);
      if (parts.length === 1) addTag(library.db, "between", [1 as never], library.text);
    },
  });
  const [latest] = listEntries(library.db, { limit: 1 });
  const [last] = undo(library.db).changed;
  const betweenIsLeft = library.rows()[0]!.tags;
  undo(library.db);

  expect(parts).toEqual([500, 500, 500, 500, 500]);
  expect([changed, sentence]).toEqual([
    2500,
    "Imported 1 tag and 2,500 ratings for 2,500 photos from all.csv",
  ]);
  expect(latest).toMatchObject({ sentence: "Added the tag between to 1 photo" });
  expect([last, betweenIsLeft]).toEqual([1, ["between"]]);
  expect(library.rows()).toEqual(before);
});

test("an import that ends in between is a change of what it did, and the same import does the rest", async () => {
  const { library, file } = await openLarge();
  await using _library = library;
  const { session } = await library.open(file);

  const ended = session.apply(library.text, {
    onPart: () => void session[Symbol.asyncDispose](),
  });
  await expect(ended).rejects.toThrow("the same import does the rest");
  const sentences = () => listEntries(library.db, { limit: 9 }).map(({ sentence }) => sentence);
  const half = sentences();
  const again = await library.import("all.csv");

  expect(half).toEqual(["Imported 1 tag and 500 ratings for 500 photos from all.csv"]);
  expect(again.changed).toBe(2000);
  expect(library.rows().every(({ tags, rating }) => tags?.[0] === "Lisbon" && rating === 4)).toBe(
    true,
  );
});

test("an import is applied for as long as it may take, and goes on with the next call as the same change", async () => {
  const { library, before, file } = await openLarge();
  await using _library = library;
  const { session } = await library.open(file);
  await using _session = session;

  const first = await session.apply(library.text, { budgetMs: 0 });
  const rest = await session.apply(library.text);
  const entries = listEntries(library.db, { limit: 9 });
  undo(library.db);

  expect(first).toMatchObject({ changed: 500, isDone: false });
  expect(first.sentence).toBe("Imported 1 tag and 500 ratings for 500 photos from all.csv");
  expect(rest).toMatchObject({ changed: 2500, isDone: true, entry: first.entry });
  expect(entries).toHaveLength(1);
  expect(library.rows()).toEqual(before);
});

test("an import that is undone while it goes on stops there", async () => {
  const { library, before, file } = await openLarge();
  await using _library = library;
  const { session } = await library.open(file);
  await using _session = session;

  const undone = session.apply(library.text, { onPart: () => void undo(library.db) });

  await expect(undone).rejects.toThrow("was undone meanwhile, so nothing more was changed");
  expect(library.rows()).toEqual(before);
});
