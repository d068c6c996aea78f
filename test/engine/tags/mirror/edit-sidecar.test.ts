import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseXmp } from "../../../../electron/engine/metadata/xmp/parse-xmp.ts";
import { editSidecar } from "../../../../electron/engine/tags/mirror/edit-sidecar.ts";
import type { MirrorFields } from "../../../../electron/engine/tags/mirror/mirror-fields.ts";
import { readSidecar } from "../../../../electron/engine/tags/mirror/sidecar-fields.ts";
import { exiftoolProgram } from "../../../support/has-exiftool.ts";
import { tempFolder } from "../../../support/temp-folder.ts";
import { packet } from "../../metadata/xmp-packet.ts";

const at = new Date("2024-01-02T03:04:05Z");

function edit(bytes: Buffer | undefined, wanted: Partial<MirrorFields>): Buffer | undefined {
  const current = bytes && readSidecar(bytes);
  return editSidecar({ path: "a.jpg.xmp", bytes, current, wanted, at });
}

/** As Lightroom writes it, with what only Lightroom knows. */
const LIGHTROOM =
  packet(`<rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   xmlns:x2="http://example.com/x2/" xmp:Rating="2" crs:Exposure2012="+0.35" x2:note="a&#xA;b &amp; &#9;c">
   <!-- kept -->
   <dc:subject><rdf:Bag><rdf:li>Lisbon</rdf:li><rdf:li>Places</rdf:li><rdf:li>Portugal</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></dc:subject>
   <lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|Portugal|Lisbon</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></lr:hierarchicalSubject>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tagus</rdf:li><rdf:li xml:lang="de">Tejo</rdf:li></rdf:Alt></dc:title>
   <crs:ToneCurve><rdf:Seq><rdf:li>0, 0</rdf:li><rdf:li>255, 255</rdf:li></rdf:Seq></crs:ToneCurve>
   <x2:deep rdf:parseType="Resource"><x2:a>1&#13;2</x2:a></x2:deep>
  </rdf:Description>`);

test("a sidecar from nothing says what was wanted, in every list that programs read", () => {
  const wanted = {
    rating: 4,
    flag: "pick",
    colourLabel: "purple",
    title: 'Fish & "chips" <1>',
    caption: "Ferries\nat noon",
    tags: ["Places/Portugal/Lisbon", "ferry", "Ende|Anfang"],
  };

  const bytes = edit(undefined, wanted)!;

  const { fields, lists } = readSidecar(bytes)!;
  expect(fields).toMatchObject({
    ...wanted,
    tags: expect.arrayContaining(wanted.tags) as string[],
  });
  expect(lists).toEqual({
    subject: ["Lisbon", "ferry", "Ende|Anfang"],
    hierarchicalSubject: ["Places|Portugal|Lisbon", "ferry"],
    tagsList: ["Places/Portugal/Lisbon", "ferry", "Ende|Anfang"],
  });
  expect(edit(bytes, wanted)).toBeUndefined();
});

test("everything else in another program's sidecar stays, and so does the form of what changes", () => {
  const bytes = edit(LIGHTROOM, { rating: 5, title: "Tejo", tags: ["ferry", "Boats/Old"] })!;

  const text = bytes.toString();
  expect(text).toContain('xmp:Rating="5"');
  expect(text).toContain("<!-- kept -->");
  expect(text).toContain('<rdf:li xml:lang="de">Tejo</rdf:li>');
  const [before, after] = [parseXmp(LIGHTROOM)!, parseXmp(bytes)!];
  for (const [name, value] of before)
    if (!/subject|Subject|Rating|title/.test(name)) expect(after.get(name), name).toEqual(value);
  expect(readSidecar(bytes)!.lists).toEqual({
    subject: ["ferry", "Old"],
    hierarchicalSubject: ["ferry", "Boats|Old"],
    tagsList: ["ferry", "Boats/Old"],
  });
});

test("values that are taken away go, and lists without items with them", () => {
  const bytes = edit(LIGHTROOM, { rating: null, title: null, tags: [] })!;

  expect(readSidecar(bytes)).toEqual({
    fields: {
      rating: null,
      title: null,
      caption: null,
      flag: null,
      colourLabel: null,
      turn: null,
      tags: [],
    },
    lists: {},
    unclear: [],
  });
});

test("wider words that Lightroom wrote stay as long as a tag is below them", () => {
  const tags = ["Places/Portugal/Porto", "ferry"];

  expect(readSidecar(edit(LIGHTROOM, { tags })!)!.lists.subject).toEqual([
    "Places",
    "Portugal",
    "ferry",
    "Porto",
  ]);
});

test("a namespace keeps the prefix that it has, and a prefix that means something else is left alone", () => {
  const theirs =
    Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <r:Description r:about="" xmlns:dc="http://example.com/other/" dc:subject="not ours" xmlns:q="http://ns.adobe.com/xap/1.0/"><q:Rating>1</q:Rating></r:Description>
  </r:RDF></x:xmpmeta>`);

  const bytes = edit(theirs, { rating: 3, tags: ["a"] })!;

  expect(bytes.toString()).toContain("<q:Rating>3</q:Rating>");
  expect(parseXmp(bytes)!.get("http://example.com/other/subject")).toEqual({
    kind: "text",
    text: "not ours",
  });
  expect(readSidecar(bytes)!.fields).toMatchObject({ rating: 3, tags: ["a"] });
});

test("a single text where a list should be becomes one, and UTF-16 becomes UTF-8", () => {
  const single = packet(
    `<rdf:Description rdf:about="" dc:title="Tagus"><dc:subject>ferry</dc:subject></rdf:Description>`,
  );
  const wide = Buffer.from(
    `\ufeff<?xml version="1.0" encoding="UTF-16"?>${single.toString()}`,
    "utf16le",
  );

  for (const bytes of [single, wide]) {
    const edited = edit(bytes, { title: "Tejo", tags: ["ferry", "böat"] })!;
    expect(readSidecar(edited)!.fields).toMatchObject({ title: "Tejo", tags: ["ferry", "böat"] });
    expect(edited.toString()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  }
});

test("what is no XMP, or holds bytes that are no text, is refused by name and not written", () => {
  const broken = Buffer.concat([LIGHTROOM]);
  broken[LIGHTROOM.indexOf("+0.35")] = 0xff;

  for (const bytes of [Buffer.from("no XML"), Buffer.alloc(0), LIGHTROOM.subarray(0, 900), broken])
    expect(() => edit(bytes, { rating: 5 })).toThrow(/a\.jpg\.xmp.*stays as it is/);
});

test("what no XML may hold becomes a space, which is the same text", () => {
  const title = "Tagus\u0001at noon";

  const bytes = edit(undefined, { title })!;

  expect(readSidecar(bytes)!.fields.title).toBe("Tagus at noon");
  expect(edit(bytes, { title })).toBeUndefined();
});

test("a keyword that a program took out of the lists it knows is gone, though other lists still have it", () => {
  const ours = edit(undefined, { tags: ["Places/Lisbon", "ferry", "boat"] })!;
  const { lists } = readSidecar(ours)!;
  const without = (pattern: RegExp, text: string) => Buffer.from(text.replaceAll(pattern, ""));
  const text = ours.toString();

  const byLightroom = readSidecar(without(/<rdf:li>(Places\|Lisbon|Lisbon)<\/rdf:li>/g, text), {
    lists,
  });
  const byFlatProgram = readSidecar(
    without(/(?<=dc:subject><rdf:Bag>.*)<rdf:li>ferry<\/rdf:li>(?=.*<\/dc:subject>)/g, text),
    { lists },
  );
  const withoutForeignList = readSidecar(
    without(/<digiKam:TagsList>.*<\/digiKam:TagsList>/g, text),
    { lists },
  );

  expect(byLightroom!.fields.tags).toEqual(["ferry", "boat"]);
  expect(byFlatProgram!.fields.tags).toEqual(["Places/Lisbon", "boat"]);
  expect(withoutForeignList!.fields.tags).toEqual(["Places/Lisbon", "ferry", "boat"]);
});

test.skipIf(!exiftoolProgram)(
  "exiftool reads what was written, and it reads what exiftool writes",
  async () => {
    await using temp = await tempFolder();
    const file = temp.at("a.jpg.xmp");
    const ask = (...args: string[]) => execFileSync(exiftoolProgram!, args, { encoding: "utf8" });
    await writeFile(
      file,
      edit(LIGHTROOM, {
        rating: 4,
        title: "Fish & chips",
        caption: "Zwölf Boote",
        tags: ["Places/Lisbon", "ferry"],
      })!,
    );

    const [read] = JSON.parse(ask("-json", "-a", "-struct", "-XMP:all", file)) as Record<
      string,
      unknown
    >[];
    ask(
      ...["-overwrite_original", "-XMP-dc:Subject+=tram", "-XMP-lr:HierarchicalSubject+=Rail|tram"],
      ...["-XMP-digiKam:TagsList+=Rail/tram", "-XMP-xmp:Rating=1", "-XMP-dc:Subject-=ferry", file],
    );
    const back = readSidecar(await readFile(file))!;

    expect(read).toMatchObject({
      Rating: 4,
      Title: "Fish & chips",
      Description: "Zwölf Boote",
      Subject: ["Lisbon", "Places", "ferry"],
      HierarchicalSubject: ["ferry", "Places|Lisbon"],
      TagsList: ["Places/Lisbon", "ferry"],
      Exposure2012: expect.anything() as unknown,
    });
    expect(back.fields).toMatchObject({ rating: 1, title: "Fish & chips" });
    expect(back.fields.tags).toContain("Rail/tram");
  },
);

test.skipIf(!exiftoolProgram)(
  "what exiftool wrote, as elements of its own form, is edited and kept, and exiftool finds no fault with the result",
  async () => {
    await using temp = await tempFolder();
    const file = temp.at("a.xmp");
    const ask = (...args: string[]) => execFileSync(exiftoolProgram!, args, { encoding: "utf8" });
    ask(
      ...["-XMP-xmp:Rating=2", "-XMP-dc:Subject=Lisbon", "-XMP-dc:Subject=Places"],
      ...[
        "-XMP-lr:HierarchicalSubject=Places|Lisbon",
        "-XMP-dc:Title=Tagus",
        "-XMP-dc:Title-de=Tejo",
      ],
      ...[
        "-XMP-iptcExt:PersonInImage=Ana",
        "-XMP-acdsee:Author=Rui",
        "-XMP-exif:GPSLatitude=38.7 N",
      ],
      ...["-XMP-mwg-rs:RegionInfo={RegionList=[{Name=Ana,Type=Face}]}", file],
    );
    const read = () =>
      (
        JSON.parse(ask("-json", "-a", "-G1", "-struct", "-XMP:all", file)) as Record<
          string,
          unknown
        >[]
      )[0]!;
    const before = read();

    await writeFile(
      file,
      edit(await readFile(file), { rating: 5, title: "Ferry", tags: ["Places/Lisbon", "tram"] })!,
    );

    const { "XMP-xmp:MetadataDate": date, ...after } = read();
    expect(after).toEqual({
      ...before,
      "XMP-xmp:Rating": 5,
      "XMP-dc:Title": "Ferry",
      "XMP-dc:Subject": ["Lisbon", "Places", "tram"],
      "XMP-lr:HierarchicalSubject": ["Places|Lisbon", "tram"],
      "XMP-digiKam:TagsList": ["Places/Lisbon", "tram"],
    });
    expect(date).toBe("2024:01:02 03:04:05.000Z");
    expect(ask("-validate", "-warning", "-error", "-a", file)).toMatch(/Validate\s*: OK/);
  },
);

test("a tag that is spelled anew is so in every list, with its levels among the plain words, and at its place", () => {
  const digikam = `<digiKam:TagsList><rdf:Seq><rdf:li>Places/Portugal/Lisbon</rdf:li></rdf:Seq></digiKam:TagsList>`;
  const bytes = Buffer.from(LIGHTROOM.toString().replace("<dc:title>", `${digikam}<dc:title>`));

  const edited = edit(bytes, { tags: ["Places/PORTUGAL/LISBON", "ferry"] })!;

  expect(readSidecar(edited)!.lists).toEqual({
    subject: ["LISBON", "Places", "PORTUGAL", "ferry"],
    hierarchicalSubject: ["Places|PORTUGAL|LISBON", "ferry"],
    tagsList: ["Places/PORTUGAL/LISBON", "ferry"],
  });
  expect(edited.toString()).toContain("<!-- kept -->");
});
