import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { inProject } from "../../build/project.ts";
import { createProgram } from "../../electron/cli/main.ts";
import { keyTable } from "../../renderer/src/keys/key-table.ts";
import { strokeLabel } from "../../renderer/src/keys/stroke.ts";
import { MOST_BYTES, PICTURES } from "./guide-pictures.ts";
import { scenes } from "./scenes.ts";

const guide = readFileSync(inProject("docs", "guide.md"), "utf8");

/** All that a pattern's first group finds, each once. */
function found(pattern: RegExp): string[] {
  return [...new Set([...guide.matchAll(pattern)].map((match) => match[1]!))];
}

describe("the guide", () => {
  const pictures = [...guide.matchAll(/!\[([^\]]*)\]\(guide\/([^)]+)\)/g)];
  const names = pictures.map(([, , name]) => name!);

  test("shows every picture that is there, and no other", () => {
    expect(names.length).toBeGreaterThan(10);
    expect(names.toSorted()).toEqual(readdirSync(PICTURES).sort());
  });

  test("says in words what is in each picture", () => {
    expect(pictures.filter(([, words]) => words!.length < 10).map(([all]) => all)).toEqual([]);
  });

  test("has pictures that are read on the way", () => {
    const large = names.filter((name) => statSync(path.join(PICTURES, name)).size > MOST_BYTES);

    expect(large).toEqual([]);
  });

  test("has a scene for every picture, so that it can be made anew", () => {
    const made = ["start", ...scenes.map(({ name }) => name)].map((name) => `${name}.webp`);

    expect(names.toSorted()).toEqual(made.toSorted());
  });

  test("names keys that the window has", () => {
    const keys = found(/<kbd>(.+?)<\/kbd>/g).map((key) => key.replaceAll("\\\\", "\\"));
    const known = keyTable.flatMap(({ strokes }) =>
      strokes.map((stroke) => strokeLabel(stroke, false)),
    );

    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !known.includes(key))).toEqual([]);
  });

  test("names commands and options that the command line has", () => {
    const lines = found(/(?:^|`)(?:npm run -s )?(semblance (?:-- )?[a-z][^`\n]*)/gm);

    expect(lines.length).toBeGreaterThan(5);
    expect(lines.flatMap(whatIsUnknown)).toEqual([]);
  });

  test("names scripts that the project has", () => {
    const { scripts } = JSON.parse(readFileSync(inProject("package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = found(/npm (?:run )?(?:-s )?(start|[a-z]+(?=[` ]))/g);

    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => name !== "ci" && !(name in scripts))).toEqual([]);
  });
});

/** A line of the guide that the command line would not take. */
function whatIsUnknown(line: string): string[] {
  let command: Command = createProgram([]);
  const words = line.split(/\s+/).slice(1);
  for (const word of words) {
    if (word === "--" || command.commands.length === 0) continue;
    const next = command.commands.find(
      (each) => each.name() === word || each.aliases().includes(word),
    );
    if (!next) return [line];
    command = next;
  }
  const options = words.filter((word) => /^--./.test(word));
  return options.every((option) => command.options.some(({ long }) => long === option))
    ? []
    : [line];
}
