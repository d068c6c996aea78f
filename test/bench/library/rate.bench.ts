/**
 * @file Indexing 12-megapixel JPEGs, 1,000 of them or as many as the first argument says, against the bound and the
 * sequential peer: inference/inference.bench.ts over photos that are made first.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { makeLarge } from "./made-photos.ts";

const folder = await makeLarge(Number(process.argv[2] ?? 1000));
const bench = path.join(import.meta.dirname, "../inference/inference.bench.ts");
const { status } = spawnSync(process.execPath, [bench, folder], { stdio: "inherit" });
process.exitCode = status ?? 1;
