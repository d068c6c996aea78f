/**
 * @file Entry of the thread that decodes one HEIC file and ends. See decode-heic.ts.
 */
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import decode from "heic-decode";
import type { RawImage } from "../sharp.ts";

const path = workerData as string;
const { width, height, data } = await decode({ buffer: await readFile(path) });
const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
const image: RawImage = { pixels, widthPx: width, heightPx: height, channels: 4 };
parentPort?.postMessage(image, [data.buffer]);
