// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { formats } from "./paper";

/** Parts added at the end of the file on request. */
export const appendices = ["authorship", "observations", "comments"] as const;
export type Appendix = (typeof appendices)[number];

/** What one asks for: also the query of the file's address, so that it can be asked again. */
export const ExportWish = z.object({
  format: z.enum(formats, { error: "paper.chooseFormat" }),
  appendices: z.array(z.enum(appendices)).default([]),
  protocol: z.string().trim().max(60, { error: "paper.protocolTooLong" }).default(""),
  version: z.coerce.number().int().positive().optional(),
});
export type ExportWish = z.infer<typeof ExportWish>;

/** The query that says the same. */
export function queryOf({ format, appendices: parts, protocol, version }: ExportWish): string {
  const query = new URLSearchParams({ formato: format });
  for (const part of parts) query.append("appendice", part);
  if (protocol) query.set("protocollo", protocol);
  if (version) query.set("versione", String(version));
  return query.toString();
}

/** The wish as plain values, from the query of an address. */
export const wishIn = (query: URLSearchParams) => ({
  format: query.get("formato") ?? "",
  appendices: query.getAll("appendice"),
  protocol: query.get("protocollo") ?? "",
  version: query.get("versione") ?? undefined,
});
