/**
 * @file The command line. In development: `npm run -s semblance -- COMMAND`.
 */
import { assertNodeVersion } from "../engine/support/node-version.ts";

assertNodeVersion();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv);
