import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let temp: TempFolder;
const library = (name = "library") => ["--library", temp.at(name)];
const bee = () => temp.at("photos", "bee.jpg");
const banana = () => temp.at("photos", "Banana_005.jpg");

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  await semblanceJson(["index", temp.at("photos"), ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

test("a dry run prints what would change, and changes nothing", async () => {
  await writeFile(
    temp.at("trip.csv"),
    'path,tags,rating,flag,colour,caption\r\nphotos/bee.jpg,"Animals/Bee; ""a; b""",4,pick,green,"Two\nlines"\r\n',
  );

  const { code, stdout } = await semblance([
    "tags",
    "import",
    temp.at("trip.csv"),
    "--dry-run",
    ...library(),
  ]);

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${bee()}\n  + Animals/Bee\n  + a; b\n  rating: nothing -> 4\n  flag: nothing -> "pick"\n  colour: nothing -> "green"\n  caption: nothing -> "Two\\nlines"\nWould change 1 photo, by 1 row\n`,
  });
  expect(await semblanceJson(["tag", "list", bee(), ...library()])).toEqual([]);
});

test("an import is one entry of the history, and a second one changes nothing", async () => {
  const run = () => semblance(["tags", "import", temp.at("trip.csv"), ...library()]);

  const [first, second] = [await run(), await run()];

  expect([first.code, first.stdout]).toEqual([
    0,
    "Imported 2 tags, 1 rating, 1 flag, 1 colour label and 1 caption for 1 photo from trip.csv\n",
  ]);
  expect([second.code, second.stdout]).toEqual([0, "Nothing to change, by 1 row\n"]);
});

test("what was exported is imported by another library, whose photos are elsewhere", async () => {
  const wrote = await semblance(["tags", "export", temp.at("all.jsonl"), ...library()]);
  await copyPhotos(["rclip/bee.jpg"], temp.at("moved"));
  await semblanceJson(["index", temp.at("moved"), ...library("other")]);

  const imported = await semblance(["tags", "import", temp.at("all.jsonl"), ...library("other")]);

  expect(wrote.stdout).toBe(`Wrote 2 photos to ${temp.at("all.jsonl")}\n`);
  expect([imported.code, imported.stdout]).toEqual([
    0,
    "Imported 2 tags, 1 rating, 1 flag, 1 colour label and 1 caption for 1 photo from all.jsonl\n",
  ]);
});

test("a search chooses what is exported, and no file is replaced", async () => {
  const found = await semblanceJson<{ photos: number }>([
    ...["tags", "export", temp.at("few.csv"), "--query", "tag:Bee"],
    ...library(),
  ]);
  const again = await semblance(["tags", "export", temp.at("few.csv"), ...library()]);

  expect(found).toEqual({ path: temp.at("few.csv"), photos: 1 });
  expect([again.code, again.stderr]).toEqual([
    1,
    expect.stringContaining("few.csv but there is one"),
  ]);
  expect((await readFile(temp.at("few.csv"), "utf8")).split("\r\n")[1]).toContain(bee());
  expect((await readdir(temp.path)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("XMP files go into another folder, no original folder is touched, and they come back in", async () => {
  const to = temp.at("xmp");
  await mkdir(to);

  const written = await semblance(["tags", "export", "--xmp", "--to", to, ...library()]);
  const again = await semblance(["tags", "export", "--xmp", "--to", to, ...library()]);
  const back = await semblance(["tags", "import", to, ...library()]);

  expect([written.code, written.stdout]).toEqual([0, `Wrote 1 XMP file to ${to}\n`]);
  const file = path.join(to, path.relative(path.parse(bee()).root, `${bee()}.xmp`));
  expect(await readFile(file, "utf8")).toContain("<rdf:li>Animals|Bee</rdf:li>");
  expect(await readdir(temp.at("photos"))).toEqual(["Banana_005.jpg", "bee.jpg"]);
  expect([again.code, again.stderr]).toEqual([
    1,
    expect.stringContaining("1 photo was not written"),
  ]);
  expect(back.stdout).toBe("Nothing to change, by 1 row\n");
});

test("how new XMP files are called is chosen once", async () => {
  const chosen = await semblance(["tags", "sidecar-name", "IMG.xmp", ...library()]);
  const { stdout } = await semblance(["tags", "mirror", "--dry-run", ...library()]);

  expect(chosen.stdout).toBe("New XMP files are called IMG.xmp\n");
  expect(stdout).toContain(`would write  ${temp.at("photos", "bee.xmp")}\n`);
});

test("rows that mean no photo are named with file and line, the rest is imported, and the command ends with 1", async () => {
  await writeFile(temp.at("some.csv"), `path,rating\n/elsewhere/x.jpg,3\n${banana()},2\n`);

  const { code, stdout, stderr } = await semblance([
    "tags",
    "import",
    temp.at("some.csv"),
    ...library(),
  ]);

  expect([code, stdout]).toEqual([1, "Imported 1 rating for 1 photo from some.csv\n"]);
  expect(stderr).toContain(
    `semblance: ${temp.at("some.csv")}, line 2: Expected a photo of the library`,
  );
  expect(stderr).toContain("1 row was left out");
});

test("of a file with a mistake nothing is imported", async () => {
  await writeFile(temp.at("bad.csv"), `path,rating\n${bee()},1\n${banana()},9\n`);

  const { code, stdout, stderr } = await semblance([
    "tags",
    "import",
    temp.at("bad.csv"),
    ...library(),
  ]);

  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(`${temp.at("bad.csv")}, line 3: Expected a rating of 0 to 5 but got 9`);
  expect(stderr).toContain("nothing was imported");
});

test.each([
  [["export", "--xmp"], "tags mirror writes beside the photos"],
  [["import", "none.csv"], "none.csv but there is none"],
])("tags %j is refused with what was expected", async (args, message) => {
  const { code, stderr } = await semblance(["tags", ...args, ...library()], temp.path);

  expect(code).toBe(1);
  expect(stderr).toContain(message);
});
