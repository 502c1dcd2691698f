// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NamedSource } from "~/web/named";
import { paths } from "~/web/paths";
import { issuedGuidelines } from "./find-guidelines.server";

/** The indirizzi in force whose number or title has the words, to be named in a text: they are public. */
export const nameGuidelines: NamedSource = async (ctx, words, limit) => {
  const wanted = words.toLocaleLowerCase("it");
  return (await issuedGuidelines(ctx))
    .filter(({ guideline, current }) => guideline.withdrawnAt === null && `indirizzo n. ${guideline.number} ${current.title}`.toLocaleLowerCase("it").includes(wanted))
    .slice(0, limit)
    .map(({ guideline: { id, number, table }, current }) => ({ kind: "guideline", target: id, label: `Indirizzo n. ${number}, ${current.title}`, note: table.name, to: paths.guideline(table.slug, number) }));
};
