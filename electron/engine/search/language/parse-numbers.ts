import type { Comparison } from "./query.ts";

export interface NumberTest {
  readonly comparison: Comparison;
  readonly value: number;
}

const TEST = /^(<=|>=|<|>|=)?\s*(\d+(?:\.\d+)?)$/;

/** No dot before the two that part the ends, so that `1.8..2.8` is 1.8 and 2.8. */
const RANGE = /^(\d+(?:\.\d+)?)?\.\.(\d+(?:\.\d+)?)?$/;

/**
 * `800`, `>=800`, `<800` and the like, or a range, both ends included and either end open: `400..800`, `400..`, `..800`. All that
 * is given has to hold. Undefined where it is none of these.
 */
export function parseNumbers(text: string): readonly NumberTest[] | undefined {
  const [, comparison, number] = TEST.exec(text) ?? [];
  if (number !== undefined)
    return [{ comparison: (comparison ?? "=") as Comparison, value: Number(number) }];
  const [, from, until] = RANGE.exec(text) ?? [];
  const tests: NumberTest[] = [];
  if (from !== undefined) tests.push({ comparison: ">=", value: Number(from) });
  if (until !== undefined) tests.push({ comparison: "<=", value: Number(until) });
  return tests.length > 0 ? tests : undefined;
}
