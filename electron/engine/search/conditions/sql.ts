/** A piece of SQL with the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export function sql(text: string, ...values: readonly (string | number)[]): Sql {
  return { text, values };
}

/** All of the conditions; without any, true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return joined(conditions, " AND ", "1");
}

/** At least one of the conditions; without any, false. */
export function anyOf(conditions: readonly Sql[]): Sql {
  return joined(conditions, " OR ", "0");
}

export function not(condition: Sql): Sql {
  return { text: `NOT (${condition.text})`, values: condition.values };
}

function joined(parts: readonly Sql[], operator: string, none: string): Sql {
  if (parts.length === 0) return sql(none);
  if (parts.length === 1) return parts[0]!;
  return {
    text: parts.map(({ text }) => `(${text})`).join(operator),
    values: parts.flatMap(({ values }) => values),
  };
}
