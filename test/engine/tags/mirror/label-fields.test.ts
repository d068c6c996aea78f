import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { exiftoolProgram } from "../../../support/has-exiftool.ts";
import { mirroredPhotos } from "../../../support/mirrored-photos.ts";
import { packet } from "../../metadata/xmp-packet.ts";

const SPACES =
  'xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/" xmlns:darktable="http://darktable.sf.net/"';

function labelled(attributes: string, darktable: readonly number[] = []): Buffer {
  const items = darktable.map((colour) => `<rdf:li>${colour}</rdf:li>`).join("");
  const list =
    darktable.length > 0
      ? `<darktable:colorlabels><rdf:Seq>${items}</rdf:Seq></darktable:colorlabels>`
      : "";
  return packet(`<rdf:Description rdf:about="" ${SPACES} ${attributes}>${list}</rdf:Description>`);
}

test.each([
  ["Lightroom", 'xmp:Label="Purple" xmpDM:pick="-1"', [], "purple", "reject"],
  ["Bridge", 'xmp:Label="Approved"', [], "green", null],
  ["digiKam", 'digiKam:ColorLabel="6" digiKam:PickLabel="3"', [], "purple", "pick"],
  ["darktable", "", [3], "blue", null],
  ["a label of people's own", 'xmp:Label="To print" xmpDM:pick="0"', [], null, null],
  [
    "colours and flags that there are none of here",
    'digiKam:ColorLabel="2" digiKam:PickLabel="2"',
    [],
    null,
    null,
  ],
])("labels as %s writes them are read", async (...[, attributes, darktable, colour, flag]) => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(labelled(attributes, darktable));

  await photo.read();

  expect(photo.labels()).toEqual({ colour, flag });
});

test("a label that the user gives is written as each program reads it, and taken back it is gone from all", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  await photo.write(labelled('xmp:Rating="2"', [1, 2]));
  await photo.read();
  photo.enter("colour_label", "purple");
  photo.enter("flag", "reject");

  await photo.mirror();
  const given = await photo.xmp();
  photo.enter("colour_label", "none");
  photo.enter("flag", "none");
  await photo.mirror();
  const taken = await photo.xmp();

  expect(given).toContain('xmp:Label="Purple"');
  expect(given).toContain('digiKam:ColorLabel="6"');
  expect(given).toMatch(/<darktable:colorlabels><rdf:Seq><rdf:li>4<\/rdf:li><\/rdf:Seq>/);
  expect(given).toContain('xmpDM:pick="-1"');
  expect(given).toContain('digiKam:PickLabel="1"');
  expect(taken).not.toMatch(/xmp:Label|ColorLabel|colorlabels|xmpDM:pick|PickLabel/);
  expect((await photo.mirror()).outcome).toBe("in-sync");
});

test.each([
  ["Lightroom", (xmp: string) => xmp.replace('xmp:Label="Red"', 'xmp:Label="Blue"'), "blue"],
  ["digiKam", (xmp: string) => xmp.replace('ColorLabel="1"', 'ColorLabel="5"'), "blue"],
  ["Lightroom, to none", (xmp: string) => xmp.replace(' xmp:Label="Red"', ""), null],
  ["digiKam, to none", (xmp: string) => xmp.replace('ColorLabel="1"', 'ColorLabel="0"'), null],
])(
  "a colour that %s changed is taken over though other programs' properties say the old one, and those follow",
  async (_name, edit, colour) => {
    await using library = await mirroredPhotos();
    const photo = await library.add("a.jpg");
    photo.tag("ferry");
    photo.enter("colour_label", "red");
    await photo.mirror();
    await photo.write(edit(await photo.xmp()));

    const report = await photo.mirror();

    expect(report).toMatchObject({
      outcome: "merged",
      inLibrary: { values: [{ field: "colourLabel", from: "red", to: colour }] },
    });
    expect(photo.labels()).toMatchObject({ colour });
    expect((await photo.mirror()).outcome).toBe("in-sync");
    expect(await photo.xmp()).not.toMatch(/"Red"|ColorLabel="1"/);
  },
);

test("a flag that was said to be none here is another program's again once that gives one", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.enter("flag", "pick");
  await photo.mirror();
  photo.enter("flag", "none");
  await photo.mirror();
  await photo.write(labelled('xmpDM:pick="-1"'));
  await photo.read();

  const { outcome } = await photo.mirror();

  expect(outcome).toBe("merged");
  expect(photo.labels()).toMatchObject({ flag: "reject" });
});

test("a label of people's own, or a colour that there is none of here, is a conflict and stays", async () => {
  await using library = await mirroredPhotos();
  for (const attributes of ['xmp:Label="To print"', 'digiKam:ColorLabel="2"']) {
    const photo = await library.add(`${attributes.length}.jpg`);
    photo.enter("colour_label", "red");
    photo.enter("title", "Tejo");
    await photo.mirror();
    await photo.write(labelled(attributes));

    const report = await photo.mirror();

    expect(report).toMatchObject({
      outcome: "conflict",
      conflicts: [{ field: "colourLabel", inLibrary: "red" }],
    });
    expect(await photo.xmp()).toContain(attributes);
    expect(photo.labels()).toMatchObject({ colour: "red" });
  }
});

test.skipIf(!exiftoolProgram)("exiftool reads the labels that were written", async () => {
  await using library = await mirroredPhotos();
  const photo = await library.add("a.jpg");
  photo.enter("colour_label", "yellow");
  photo.enter("flag", "pick");
  await photo.mirror();

  const said = execFileSync(
    exiftoolProgram!,
    [
      "-json",
      "-G1",
      "-XMP:Label",
      "-XMP:ColorLabel",
      "-XMP:PickLabel",
      "-XMP:pick",
      photo.sidecar(),
    ],
    { encoding: "utf8" },
  );

  expect(JSON.parse(said)).toMatchObject([
    {
      "XMP-xmp:Label": "Yellow",
      "XMP-digiKam:ColorLabel": 3,
      "XMP-digiKam:PickLabel": 3,
      "XMP-xmpDM:Pick": 1,
    },
  ]);
});
