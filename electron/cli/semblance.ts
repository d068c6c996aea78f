/**
 * @file The command line. In development: `npm run -s semblance -- COMMAND`.
 */
import { assertNodeVersion } from "../engine/support/node-version.ts";
import { keepHeapSmall } from "../engine/support/small-heap.ts";

assertNodeVersion();
keepHeapSmall();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv);
