import { readFile, writeFile } from "node:fs/promises";

/**
 * - lightroom: changes plain words, with the wider ones, and its own hierarchy;
 * - digikam: changes those and its own list, and writes the plain words anew, without wider ones;
 * - flat: knows plain words only.
 */
export type Style = "lightroom" | "digikam" | "flat";

/** Another program that edits a sidecar, as text, knowing nothing of how this one does it. */
export class OtherProgram {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async rate(stars: number): Promise<void> {
    await this.#change((text) => text.replace(/xmp:Rating="\d"/, `xmp:Rating="${stars}"`));
  }

  /** digiKam keeps the label up beside its number; "flat" is darktable here, which leaves the label as it was. */
  async colour(style: Style, colour: string): Promise<void> {
    const name = `${colour[0]!.toUpperCase()}${colour.slice(1)}`;
    const list = `<rdf:Seq><rdf:li>${DARKTABLE_COLOURS.indexOf(colour)}</rdf:li></rdf:Seq>`;
    await this.#change((text) => {
      if (style === "lightroom") return withAttribute(text, "xmp:Label", name);
      if (style === "digikam")
        return withAttribute(
          withAttribute(text, "xmp:Label", name),
          "digiKam:ColorLabel",
          String(DIGIKAM_COLOURS.indexOf(colour)),
        );
      return text
        .replace(/<darktable:colorlabels[^>]*>[^]*?<\/darktable:colorlabels>/, "")
        .replace(/<rdf:Description([^>]*)\/>/, "<rdf:Description$1></rdf:Description>")
        .replace(
          "</rdf:Description>",
          `<darktable:colorlabels xmlns:darktable="http://darktable.sf.net/">${list}</darktable:colorlabels></rdf:Description>`,
        );
    });
  }

  async flag(style: "lightroom" | "digikam", flag: "pick" | "reject"): Promise<void> {
    const isPick = flag === "pick";
    await this.#change((text) =>
      style === "lightroom"
        ? withAttribute(text, "xmpDM:pick", isPick ? "1" : "-1")
        : withAttribute(text, "digiKam:PickLabel", isPick ? "3" : "1"),
    );
  }

  async tag(style: Style, tag: string, isGiven: boolean): Promise<void> {
    const levels = tag.split("/");
    const leaf = levels.at(-1)!;
    await this.#change((text) => {
      const lists = { ...readLists(text) };
      const set = (name: string, items: readonly string[]) => {
        const others = (lists[name] ?? []).filter((item) => !items.includes(item));
        lists[name] = isGiven ? [...others, ...items] : others;
      };
      set("dc:subject", [leaf]);
      if (style !== "flat") set("lr:hierarchicalSubject", [levels.join("|")]);
      if (style === "digikam") {
        set("digiKam:TagsList", [tag]);
        lists["dc:subject"] = lists["digiKam:TagsList"]!.map((item) => item.split("/").at(-1)!);
      }
      if (style === "lightroom") {
        const wider = levels.slice(0, -1);
        const used = (lists["lr:hierarchicalSubject"] ?? []).flatMap((item) => item.split("|"));
        const words = (lists["dc:subject"] ?? []).filter((word) => !wider.includes(word));
        lists["dc:subject"] = [...words, ...wider.filter((word) => used.includes(word))];
      }
      return writeLists(text, lists);
    });
  }

  /** Something that only this program knows. */
  async note(words: string): Promise<void> {
    await this.#change((text) => {
      const without = text.replace(/ xmlns:other="urn:other" other:note="[^"]*"/, "");
      const mark = ` xmlns:other="urn:other" other:note="${words}"`;
      return without.replace(/(<rdf:Description rdf:about="")/, `$1${mark}`);
    });
  }

  /** What is in the file, as this program reads it. */
  async say() {
    const text = await readFile(this.#file, "utf8");
    const lists = readLists(text);
    return {
      hierarchy: (lists["lr:hierarchicalSubject"] ?? [])
        .map((one) => one.replaceAll("|", "/"))
        .sort(),
      tagsList: (lists["digiKam:TagsList"] ?? []).toSorted(),
      rating: Number(/xmp:Rating="(\d)"/.exec(text)?.[1]),
      note: /other:note="([^"]*)"/.exec(text)?.[1],
      label: attributeOf(text, "xmp:Label")?.toLowerCase() ?? null,
      colorLabel: DIGIKAM_COLOURS[Number(attributeOf(text, "digiKam:ColorLabel") ?? 0)] ?? null,
      colorlabels:
        DARKTABLE_COLOURS[
          Number(/<darktable:colorlabels[^]*?<rdf:li>(\d)/.exec(text)?.[1] ?? Number.NaN)
        ] ?? null,
      pick: { "1": "pick", "-1": "reject" }[attributeOf(text, "xmpDM:pick") ?? ""] ?? null,
      pickLabel:
        { "3": "pick", "1": "reject" }[attributeOf(text, "digiKam:PickLabel") ?? ""] ?? null,
    };
  }

  async #change(change: (text: string) => string): Promise<void> {
    await writeFile(this.#file, change(await readFile(this.#file, "utf8")));
  }
}

const DIGIKAM_COLOURS: readonly (string | null)[] = [
  null,
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
];
const DARKTABLE_COLOURS: readonly string[] = ["red", "yellow", "green", "blue", "purple"];

function attributeOf(text: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1];
}

/** An attribute that is there, or a new one, whose prefix this element may declare already. */
function withAttribute(text: string, name: string, value: string): string {
  if (attributeOf(text, name) !== undefined)
    return text.replace(new RegExp(` ${name}="[^"]*"`), ` ${name}="${value}"`);
  const prefix = name.split(":")[0]!;
  const [element] = /<rdf:Description[^>]*/.exec(text)!;
  const declaration = ` xmlns:${prefix}="${ADDRESSES[prefix]!}"`;
  const added = `${element.includes(` xmlns:${prefix}=`) ? "" : declaration} ${name}="${value}"`;
  return text.replace(/<rdf:Description rdf:about=""/, `$&${added}`);
}

const KINDS: Record<string, string> = {
  "dc:subject": "Bag",
  "lr:hierarchicalSubject": "Bag",
  "digiKam:TagsList": "Seq",
};

const ADDRESSES: Record<string, string> = {
  dc: "http://purl.org/dc/elements/1.1/",
  lr: "http://ns.adobe.com/lightroom/1.0/",
  digiKam: "http://www.digikam.org/ns/1.0/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpDM: "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
};

function readLists(text: string): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(KINDS).flatMap((name) => {
      const [, body] = new RegExp(`<${name}[^>]*>([^]*?)</${name}>`).exec(text) ?? [];
      if (body === undefined) return [];
      return [
        [name, [...body.matchAll(/<rdf:li>([^<]*)<\/rdf:li>/g)].map(([, item]) => plain(item!))],
      ];
    }),
  );
}

/** A list without items goes, as these programs have it. */
function writeLists(text: string, lists: Readonly<Record<string, readonly string[]>>): string {
  let written = text;
  for (const [name, items] of Object.entries(lists)) {
    written = written.replace(new RegExp(`<${name}[^>]*>[^]*?</${name}>`), "");
    if (items.length === 0) continue;
    const prefix = name.split(":")[0]!;
    const list = items.map((item) => `<rdf:li>${escaped(item)}</rdf:li>`).join("");
    const property = `<${name} xmlns:${prefix}="${ADDRESSES[prefix]!}"><rdf:${KINDS[name]!}>${list}</rdf:${KINDS[name]!}></${name}>`;
    written = written
      .replace(/<rdf:Description([^>]*)\/>/, "<rdf:Description$1></rdf:Description>")
      .replace("</rdf:Description>", () => `${property}</rdf:Description>`);
  }
  return written;
}

function plain(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
