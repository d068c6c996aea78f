import { Command } from "commander";
import { expect, test } from "vitest";
import {
  addExampleOptions,
  readExamples,
  type GivenExample,
} from "../../electron/cli/example-options.ts";

function read(...words: string[]): GivenExample[] {
  const program = new Command().exitOverride();
  const command = addExampleOptions(program.command("similar"))
    .option("--limit <n>")
    .option("--json")
    .action(() => undefined);
  const argv = ["node", "semblance", "similar", ...words];
  program.parse(argv);
  return readExamples(command, argv);
}

test("a weight and a region are of the example before them", () => {
  const words = "a.jpg --weight 2 b.jpg --region 0,0,0.5,1 --also c.jpg --not d.jpg --weight 3";

  expect(read(...words.split(" "))).toEqual([
    { file: "a.jpg", weight: 2 },
    { file: "b.jpg", weight: 1, region: { x: 0, y: 0, width: 0.5, height: 1 } },
    { file: "c.jpg", weight: 1 },
    { file: "d.jpg", weight: -3 },
  ]);
});

test("other options and their values are no examples, and what follows -- is nothing else", () => {
  const words = ["--limit", "5", "a.jpg", "--json", "--weight=4", "--", "--also"];

  expect(read(...words)).toEqual([
    { file: "a.jpg", weight: 4 },
    { file: "--also", weight: 1 },
  ]);
});
