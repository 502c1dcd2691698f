// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { type Entry, entriesOf } from "../schema/suggested/entry";

/** Who made a revision and when, as a file of Word says it: to the second. */
export type Revision = { author: string; date: string };

const dateOf = ({ at }: Entry): string => `${at.slice(0, 19)}Z`;

/** The text with the name of the body on every open suggestion, for formats that show revisions. */
export async function withAuthorsNamed({ db }: Pick<Ctx, "db">, content: JSONContent): Promise<JSONContent> {
  const names = await bodiesIn({ db }, [content]);
  let number = 0;
  const named = (node: JSONContent): JSONContent => {
    const marks = node.marks?.map((mark) => {
      const [entry] = entriesOf({ type: "text", marks: [mark] });
      return entry ? { ...mark, attrs: { ...mark.attrs, author: names.get(entry.organisation) ?? "", date: dateOf(entry), number: ++number } } : mark;
    });
    const coming = node.type === "text" ? undefined : entriesOf(node).find(({ kind }) => kind === "insertion");
    // signs, notes and pictures carry what is proposed about them as an attribute
    const revisions = node.type === "text" ? [] : entriesOf(node).flatMap((entry) => (entry.kind === "modification" ? [] : [{ type: entry.kind, attrs: { author: names.get(entry.organisation) ?? "", date: dateOf(entry), number: ++number } }]));
    const attrs = coming ? { ...node.attrs, comes: { author: names.get(coming.organisation) ?? "", date: dateOf(coming), number: ++number } } : node.attrs;
    return { ...node, ...(attrs && { attrs: { ...attrs, ...(revisions.length > 0 && { revisions }) } }), ...(marks && { marks }), ...(node.content && { content: node.content.map(named) }) };
  };
  return named(content);
}

/** The revisions that a file made from one of these texts carries for others. */
export async function revisionsIn(ctx: Pick<Ctx, "db">, contents: JSONContent[]): Promise<Revision[]> {
  const names = await bodiesIn(ctx, contents);
  return contents.flatMap(entriesIn).map((entry) => ({ author: names.get(entry.organisation) ?? "", date: dateOf(entry) }));
}

async function bodiesIn({ db }: Pick<Ctx, "db">, contents: JSONContent[]): Promise<Map<string, string>> {
  const ids = new Set(contents.flatMap(entriesIn).map(({ organisation }) => organisation));
  const found = await organisationsByIds({ db }, [...ids]);
  return new Map([...found].map(([id, { name }]) => [id, name]));
}

const entriesIn = (node: JSONContent): Entry[] => [...entriesOf(node), ...(node.content ?? []).flatMap(entriesIn)];
