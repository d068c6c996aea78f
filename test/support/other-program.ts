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
    };
  }

  async #change(change: (text: string) => string): Promise<void> {
    await writeFile(this.#file, change(await readFile(this.#file, "utf8")));
  }
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
