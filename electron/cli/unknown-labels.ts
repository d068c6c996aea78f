import type { Client } from "../contract/client.ts";
import { note } from "./output.ts";

/** `label:dog`, `label:"golden retriever">0.8`; one that is excluded is no reason to find nothing. */
const LABEL = /(?<![^\s(])label:(?:["“”„]([^"“”„]+)|([^\s()>"“”„]+))/giu;

/** Says of each label of a search that found nothing why that is, on standard error. */
export async function noteUnknownLabels(client: Client<"cli">, query: string): Promise<void> {
  const words = new Set([...query.matchAll(LABEL)].map(([, quoted, plain]) => quoted ?? plain!));
  for (const word of words) {
    const { sense, classes, nearMisses } = await client.request("label.explain", { word });
    if (sense && classes === 0) note(`The model has no label for “${word}”.`);
    if (sense) continue;
    const near = nearMisses.map(({ term, count }) => `${term} (${count})`).join(", ");
    note(`No label is called “${word}”.${near === "" ? "" : ` Near: ${near}.`}`);
  }
}
