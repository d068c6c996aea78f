/**
 * @file Who may import whom.
 *
 * The rooms below are the architecture. A change that needs a new arrow changes this table in the
 * same commit, where a reviewer will see it.
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path/posix";
import { expect, test } from "vitest";

interface Room {
  /** Other rooms it may import from. Its own files are always allowed. */
  readonly rooms: readonly string[];
  /** Packages it may import. A package with one room here has one door in the whole app. */
  readonly packages: readonly string[];
}

const contract = "electron/contract";
const texts = "electron/texts";
const link = "electron/link";
const media = "electron/media";
const engine = "electron/engine";
const browserHost = "electron/browser-host";
const support = "electron/engine/support";
const watching = "electron/engine/watching";
const imaging = "electron/engine/imaging";
const metadata = "electron/engine/metadata";
const machine = "electron/engine/machine";
const inference = "electron/engine/inference";
const photoWorker = "electron/engine/photo-worker";
const vectors = "electron/engine/vectors";
const catalog = "electron/engine/catalog";
const indexing = "electron/engine/indexing";
const search = "electron/engine/search";
const similar = "electron/engine/similar";
const evaluation = "electron/engine/evaluation";
const explaining = "electron/engine/explaining";
const tags = "electron/engine/tags";
const albums = "electron/engine/albums";
const duplicates = "electron/engine/duplicates";
const originals = "electron/engine/originals";
const handlers = "electron/engine/handlers";
const library = "renderer/src/library";
const errors = "renderer/src/errors";
const messages = "renderer/src/messages";
const keys = "renderer/src/keys";
const ui = "renderer/src/ui";

const node = "node:";
const engineRooms = [
  support,
  watching,
  imaging,
  metadata,
  machine,
  inference,
  photoWorker,
  vectors,
  catalog,
  indexing,
  search,
  similar,
  evaluation,
  explaining,
  tags,
  originals,
  albums,
  duplicates,
  handlers,
];
/** What a feature of the page may use; never another feature. */
const feature: Room = {
  rooms: [contract, library, errors, messages, keys, ui],
  packages: ["svelte", "bits-ui", "@lucide/svelte"],
};

/** A feature in which a folder or a file is chosen. */
const choosing: Room = { ...feature, rooms: [...feature.rooms, "renderer/src/places"] };

const rooms: Record<string, Room> = {
  [contract]: { rooms: [], packages: ["zod"] },
  [texts]: { rooms: [contract], packages: ["intl-messageformat"] },
  [link]: { rooms: [contract], packages: ["ws", node] },
  [media]: { rooms: [contract], packages: [node] },
  [browserHost]: { rooms: [contract, engine, link, media], packages: [node] },
  "electron/cli": {
    rooms: [contract, engine, support, inference, browserHost],
    packages: ["commander", "cli-progress", node],
  },
  "electron/preload": { rooms: [contract], packages: ["electron"] },
  "electron/main": { rooms: [contract, texts, media], packages: ["electron", node] },

  [support]: { rooms: [contract], packages: [node] },
  [watching]: { rooms: [contract, support], packages: ["chokidar", "ignore", node] },
  [imaging]: {
    // A RAW file's picture is taken out by exiftool, whose door is in metadata.
    rooms: [contract, texts, support, metadata],
    packages: ["sharp", "heic-decode", "bmp-ts", node],
  },
  [metadata]: {
    rooms: [contract, texts, support],
    packages: ["exif-reader", "exiftool-vendored", "@xmldom/xmldom", node],
  },
  [machine]: { rooms: [contract, support], packages: ["systeminformation", node] },
  [inference]: {
    rooms: [contract, texts, support, imaging, machine],
    packages: ["onnxruntime-node", "@bufbuild/protobuf", "undici", "zod", node],
  },
  [photoWorker]: {
    rooms: [contract, texts, support, imaging, metadata, inference],
    packages: [node],
  },
  [vectors]: {
    rooms: [contract, support],
    packages: ["@lancedb/lancedb", "apache-arrow", "zod", node],
  },
  [catalog]: { rooms: [contract, texts, support], packages: ["node:sqlite", node] },
  [search]: { rooms: [contract, texts, support, catalog, vectors], packages: ["node:path"] },
  [similar]: { rooms: [contract, support, catalog, vectors, search], packages: [node] },
  [evaluation]: { rooms: [contract, support, vectors, similar], packages: [node] },
  [explaining]: { rooms: [contract, inference, similar], packages: [] },
  [indexing]: {
    // The keywords of a file become tags when it is read.
    rooms: [contract, texts, support, watching, vectors, catalog, photoWorker, tags],
    packages: [node],
  },
  [tags]: {
    // Their mirror beside the photos is written by the one room that writes there.
    rooms: [contract, texts, support, catalog, metadata, originals],
    packages: ["csv-parse", "csv-stringify", "csv-stringify/sync", node],
  },
  // A smart album is a search; what it holds is what is found.
  [albums]: { rooms: [contract, texts, support, catalog, search], packages: [node] },
  [duplicates]: { rooms: [contract, texts, support, catalog], packages: [node] },
  [originals]: {
    rooms: [contract, texts, support, catalog, metadata, photoWorker],
    packages: ["trash", node],
  },
  [handlers]: { rooms: [contract, texts, engine, ...engineRooms], packages: [node] },
  [engine]: { rooms: [contract, texts, link, ...engineRooms], packages: [node] },

  [ui]: { rooms: [], packages: feature.packages },
  [messages]: { rooms: [contract, texts], packages: ["intl-messageformat"] },
  [keys]: { rooms: [messages], packages: ["svelte"] },
  [library]: { rooms: [contract, messages], packages: ["svelte"] },
  [errors]: { rooms: [contract, messages, library], packages: ["svelte"] },
  "renderer/src/grid": feature,
  "renderer/src/sidebar": feature,
  "renderer/src/search": feature,
  "renderer/src/similar": feature,
  "renderer/src/detail": feature,
  "renderer/src/tagging": feature,
  "renderer/src/albums": feature,
  "renderer/src/times": feature,
  "renderer/src/dates": feature,
  "renderer/src/places": feature,
  "renderer/src/folders": choosing,
  "renderer/src/originals": choosing,
  "renderer/src/exchange": choosing,
  "renderer/src/activity": feature,
  "renderer/src/care": choosing,
  "renderer/src/duplicates": feature,
  "renderer/src/settings": feature,
  "renderer/src/viewer": feature,
  "renderer/src/history": feature,
  "renderer/src/labels": feature,
  // The outline of the world is unpacked there.
  "renderer/src/map": {
    ...feature,
    packages: [...feature.packages, "topojson-client", "topojson-specification", "world-atlas"],
  },
  "renderer/src/tags": feature,
  "renderer/src/sorting": feature,
  "renderer/src/filters": feature,
  "renderer/src/why": feature,
};

/** Composition roots: App.svelte and its neighbours put the features together and may import them all. */
const rendererRoot: Room = {
  rooms: Object.keys(rooms).filter((name) => name.startsWith("renderer/") || name === contract),
  packages: feature.packages,
};

const sources = globSync(["electron/**/*.ts", "renderer/src/**/*.{ts,svelte}"]).map((file) =>
  file.replaceAll("\\", "/"),
);

test("every import follows an arrow in the table", () => {
  expect(sources.length, "no sources found; the globs above are stale").toBeGreaterThan(50);
  expect(sources.flatMap(forbiddenImports)).toEqual([]);
});

test("only the catalog opens SQLite", () => {
  const importers = sources.filter((file) => importsOf(file).includes("node:sqlite")).map(roomOf);
  expect(new Set(importers)).toEqual(new Set([catalog]));
});

test("a note that is cited is written somewhere", () => {
  const texts = sources.map((file) => readFileSync(file, "utf8"));
  const cited = texts.flatMap((text) =>
    [...text.matchAll(/See \[Note: ([^\]]+)\]/g)].map((match) => match[1]!),
  );
  const written = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?<!See )\[Note: ([^\]]+)\]/g)].map((match) => match[1]!),
    ),
  );
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.filter((name) => !written.has(name))).toEqual([]);
});

test("the table sees every way to import", () => {
  const source = [
    'import a from "plain";',
    'import type { B } from "typed";',
    'export { c } from "exported";',
    'import "side-effect";',
    'await import("dynamic");',
    'require("required");',
    'new URL("./worker.ts", import.meta.url);',
    'entryUrl("./entry.ts", import.meta.url);',
    'import {\n  d,\n} from "several-lines";',
  ].join("\n");
  expect(importsIn(source).sort()).toEqual(
    [
      "./entry.ts",
      "./worker.ts",
      "dynamic",
      "exported",
      "plain",
      "required",
      "several-lines",
      "side-effect",
      "typed",
    ].sort(),
  );
});

function forbiddenImports(file: string): string[] {
  const name = roomOf(file);
  if (name === undefined) return [`${file} is not in any room`];
  return importsOf(file)
    .filter((target) => !isAllowed(name, file, target))
    .map((target) => `${file} may not import ${target}`);
}

function isAllowed(name: string, file: string, target: string): boolean {
  const room = rooms[name] ?? rendererRoot;
  if (!target.startsWith(".")) return room.packages.some((allowed) => isPackage(target, allowed));
  const resolved = path.join(path.dirname(file), target);
  const other = roomOf(resolved);
  // Outside every room: data such as migrations, styles and the project's own folder.
  if (other === undefined) return !/\.(ts|svelte)$/.test(resolved);
  return other === name || room.rooms.includes(other);
}

/** The innermost room containing the file, so electron/engine does not swallow its sub-rooms. */
function roomOf(file: string): string | undefined {
  const inner = Object.keys(rooms)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  return inner ?? (/^renderer\/src\/[^/]+$/.test(file) ? "renderer/src" : undefined);
}

function isPackage(target: string, allowed: string): boolean {
  return target === allowed || target.startsWith(allowed.endsWith(":") ? allowed : `${allowed}/`);
}

function importsOf(file: string): string[] {
  return importsIn(readFileSync(file, "utf8"));
}

function importsIn(source: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^;'"]*?from\s+["']([^"']+)["']/gm,
    /^\s*import\s+["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
    /\brequire\(\s*["']([^"']+)["']/g,
    /\bnew URL\(\s*["']([^"']+)["']\s*,\s*import\.meta\.url/g,
    /\bentryUrl\(\s*["']([^"']+)["']/g,
  ];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1]!));
}
