import { toCaption, toText } from "./exif-text.ts";
import { toTakenAt } from "./exif-time.ts";
import { readIptc, type IptcDatasets } from "./iptc.ts";
import { toTags } from "./keywords.ts";
import { withoutAbsent, type SourceFacts } from "./source-facts.ts";

/** What an IPTC-IIM block says; see its specification's chapter 6 for the datasets. */
export function readIptcFacts(block: Buffer): SourceFacts {
  const datasets = readIptc(block);
  const first = (name: string) => toText(datasets.get(name)?.[0]);
  return withoutAbsent({
    originalAt: readTime(datasets, "2:55", "2:60"),
    digitizedAt: readTime(datasets, "2:62", "2:63"),
    title: first("2:5"),
    caption: toCaption(datasets.get("2:120")?.[0]),
    tags: toTags({ keywords: datasets.get("2:25") ?? [], paths: [] }),
  });
}

/** `CCYYMMDD` and `HHMMSS±HHMM`; month or day may be 00 for "unknown", which is no date. */
function readTime(datasets: IptcDatasets, day: string, time: string): string | undefined {
  const date = /^(\d{4})(\d\d)(\d\d)/.exec(datasets.get(day)?.[0] ?? "");
  if (!date) return undefined;
  const ymd = `${date[1]}-${date[2]}-${date[3]}`;
  const clock = /^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?/.exec(datasets.get(time)?.[0] ?? "");
  if (!clock) return toTakenAt(ymd);
  const [, hour, minute, second, offsetHour, offsetMinute] = clock;
  const offset = offsetHour === undefined ? undefined : `${offsetHour}:${offsetMinute}`;
  return toTakenAt(`${ymd} ${hour}:${minute}:${second}`, offset);
}
