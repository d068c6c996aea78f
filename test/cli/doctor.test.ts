import { expect, test } from "vitest";
import { MachineReport } from "../../electron/contract/machine.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder } from "../support/temp-folder.ts";

test("doctor says what runs the model and why nothing else does", async () => {
  await using folder = await tempFolder();

  const { code, stdout } = await semblance(["doctor", "--library", folder.at("library")]);

  expect(code).toBe(0);
  for (const line of [/^processor +\S/m, /^runs on +\w+ \(asked for: /m, /^cpu +\S/m, /^sizes +/m])
    expect(stdout).toMatch(line);
});

test("doctor --json is the whole report", async () => {
  await using folder = await tempFolder();

  const report = await semblanceJson(["doctor", "--library", folder.at("library")]);

  expect(MachineReport.parse(report)).toEqual(report);
});
