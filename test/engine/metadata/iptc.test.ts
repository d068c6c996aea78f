import { expect, test } from "vitest";
import { readIptcFacts } from "../../../electron/engine/metadata/iptc-facts.ts";
import { readIptc } from "../../../electron/engine/metadata/iptc.ts";

type Dataset = readonly [record: number, dataset: number, value: Buffer | string];

function iim(datasets: readonly Dataset[]): Buffer {
  return Buffer.concat(
    datasets.map(([record, dataset, value]) => {
      const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value);
      const header = Buffer.from([0x1c, record, dataset, 0, 0]);
      header.writeUInt16BE(bytes.length, 3);
      return Buffer.concat([header, bytes]);
    }),
  );
}

/** One of Photoshop's image resources, its name and its data padded to even sizes. */
function resource(id: number, name: string, data: Buffer): Buffer {
  const nameBytes = Buffer.alloc(Math.ceil((1 + name.length) / 2) * 2);
  nameBytes[0] = name.length;
  nameBytes.write(name, 1);
  const header = Buffer.alloc(6);
  header.write("8BIM");
  header.writeUInt16BE(id, 4);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([header, nameBytes, size, data, Buffer.alloc(data.length % 2)]);
}

const KEYWORDS = iim([
  [2, 25, "harbour"],
  [2, 25, "boats"],
  [2, 120, "Fishing boats"],
]);

test("keywords are found among Photoshop's other resources, and alone as a TIFF has them", () => {
  const inJpeg = Buffer.concat([
    Buffer.from("Photoshop 3.0\0"),
    resource(0x03ed, "Resolution", Buffer.alloc(15)),
    resource(0x0404, "", KEYWORDS),
    resource(0x0425, "", Buffer.alloc(16)),
  ]);

  const facts = { tags: ["harbour", "boats"], caption: "Fishing boats" };
  expect([inJpeg, KEYWORDS].map(readIptcFacts)).toEqual([facts, facts]);
});

test("text is read in the set that the block names, else as UTF-8, else as Windows wrote it", () => {
  const utf8 = Buffer.from("Málaga", "utf8");
  const latin = Buffer.from("Málaga", "latin1");
  const named = iim([
    [1, 90, "\x1b%G"],
    [2, 25, utf8],
  ]);

  const keywords = [named, iim([[2, 25, utf8]]), iim([[2, 25, latin]])].map(
    (block) => readIptc(block).get("2:25")?.[0],
  );

  expect(keywords).toEqual(["Málaga", "Málaga", "Málaga"]);
});

test("a day and a time with its offset make a capture time, a day alone makes a day", () => {
  const whole = iim([
    [2, 55, "20230514"],
    [2, 60, "121314+0200"],
  ]);
  const scanned = iim([
    [2, 55, "19550000"],
    [2, 62, "20010203"],
  ]);

  expect([whole, iim([[2, 55, "20230514"]]), scanned].map(readIptcFacts)).toEqual([
    { originalAt: "2023-05-14T12:13:14+02:00" },
    { originalAt: "2023-05-14" },
    { digitizedAt: "2001-02-03" },
  ]);
});

test("long values say how many bytes their length has", () => {
  const text = "x".repeat(40_000);
  const header = Buffer.from([0x1c, 2, 120, 0x80, 4, 0, 0, 0, 0]);
  header.writeUInt32BE(text.length, 5);

  expect(readIptc(Buffer.concat([header, Buffer.from(text)])).get("2:120")).toEqual([text]);
});

test("of a damaged block what stands before the damage is read, wherever that is", () => {
  const block = Buffer.concat([
    Buffer.from("Photoshop 3.0\0"),
    resource(0x03ed, "Resolution", Buffer.alloc(15)),
    resource(0x0404, "", KEYWORDS),
  ]);

  for (let length = 0; length < block.length; length++) {
    expect(() => readIptc(block.subarray(0, length))).not.toThrow();
    const overwritten = Buffer.from(block);
    overwritten.fill(0xff, length, Math.min(block.length, length + 4));
    expect(() => readIptc(overwritten)).not.toThrow();
  }
  expect(readIptcFacts(KEYWORDS.subarray(0, 20))).toEqual({ tags: ["harbour"] });
});
