// SPDX-License-Identifier: AGPL-3.0-or-later
type Schema = {
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};

const formats: Record<string, RegExp> = {
  uri: /^https?:\/\/[^\s]+$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

/** Where a value departs from its schema (the part of OpenAPI 3.0 that our description uses), as paths with a reason. */
export function departures(value: unknown, schema: Schema, at = "$"): string[] {
  if (value === null) return schema.nullable ? [] : [`${at} is null`];
  const { type, properties = {}, required = [], items = {}, pattern, format } = schema;
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is none of the values: ${String(value)}`];
  switch (type) {
    case "string":
      if (typeof value !== "string") return [`${at} is no text`];
      if (pattern && !new RegExp(pattern).test(value)) return [`${at} has another form: ${value}`];
      return format && !formats[format]?.test(value) ? [`${at} is no ${format}: ${value}`] : [];
    case "integer":
      return Number.isInteger(value) ? [] : [`${at} is no whole number`];
    case "boolean":
      return typeof value === "boolean" ? [] : [`${at} is neither yes nor no`];
    case "array":
      return Array.isArray(value) ? value.flatMap((item, i) => departures(item, items, `${at}[${i}]`)) : [`${at} is no list`];
    case "object": {
      if (typeof value !== "object" || Array.isArray(value)) return [`${at} is no object`];
      const found = value as Record<string, unknown>;
      return [
        ...required.filter((key) => !(key in found)).map((key) => `${at}.${key} is missing`),
        ...Object.keys(found).filter((key) => !(key in properties)).map((key) => `${at}.${key} is not described`),
        ...Object.entries(properties).flatMap(([key, inner]) => (key in found ? departures(found[key], inner, `${at}.${key}`) : [])),
      ];
    }
    default:
      return [`${at} has no type`];
  }
}
