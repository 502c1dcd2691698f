// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { contacts } from "~db/registry/schema";
import { findOrganisation } from "../find-organisation.server";
import { keepContacts } from "../policy";

export const contactKinds = ["email", "phone", "site"] as const;
/** Who may know a contact: anybody, the bodies that share a table with this one, or the registry and the body alone. */
export const visibilities = ["public", "tables", "registry"] as const;
export type Visibility = (typeof visibilities)[number];

export type Contact = { id: string; kind: (typeof contactKinds)[number]; label: string; value: string; visibility: Visibility };

const ContactInput = z
  .object({
    kind: z.enum(contactKinds, { message: "registry.contacts.chooseKind" }),
    label: z.string().trim().min(2, "web.field.required").max(80, "web.field.tooLong"),
    value: z.string().trim().min(3, "web.field.required").max(200, "web.field.tooLong"),
    visibility: z.enum(visibilities, { message: "registry.contacts.chooseVisibility" }),
  })
  .superRefine(({ kind, value }, check) => {
    const right = kind === "email" ? z.email().safeParse(value).success : kind === "phone" ? /^\+?[\d\s./-]{5,20}$/.test(value) : z.url({ protocol: /^https?$/ }).safeParse(value).success;
    if (!right) check.addIssue({ code: "custom", path: ["value"], message: `registry.contacts.wrong.${kind}` });
  });

/**
 * The contacts of a body that the viewer may know. `sharesTable`: whether the viewer's body sits at a table with this one, which a higher
 * floor knows.
 */
export async function contactsOf(ctx: Pick<Ctx, "db" | "actor">, body: { id: string; closedAt: Date | null; kind: string }, sharesTable: boolean): Promise<Contact[]> {
  const inside = ctx.actor?.organisationId === body.id || keepContacts(ctx.actor, { ...body, closedAt: null }).ok;
  const rows = await ctx.db.read.select().from(contacts).where(and(eq(contacts.organisationId, body.id), isNull(contacts.removedAt))).orderBy(asc(contacts.kind), asc(contacts.label));
  return rows
    .filter(({ visibility }) => inside || visibility === "public" || (visibility === "tables" && sharesTable))
    .map(({ id, kind, label, value, visibility }) => ({ id, kind, label, value, visibility }));
}

/** Adds a way to reach a body. The act tells that there is one more, not which. */
export async function addContact(ctx: Ctx, slug: string, form: FormData | z.input<typeof ContactInput>): Promise<void> {
  const body = await findOrganisation(ctx, slug);
  enforce(keepContacts(ctx.actor, body));
  const contact = parse(ContactInput, form);
  await ctx.db.tx(async (db) => {
    const id = newId();
    await db.insert(contacts).values({ id, organisationId: body.id, ...contact, addedAt: ctx.now });
    await record(db, ctx, { act: "contact.added", subject: { kind: "organisation", id: body.id }, data: { organisationId: body.id, contactId: id, visibility: contact.visibility } });
  });
}

/** Takes a contact away. */
export async function removeContact(ctx: Ctx, slug: string, contactId: string): Promise<void> {
  const body = await findOrganisation(ctx, slug);
  enforce(keepContacts(ctx.actor, body));
  await ctx.db.tx(async (db) => {
    const gone = await db
      .update(contacts)
      // what is no longer shown is no longer kept either
      .set({ removedAt: ctx.now, value: "" })
      .where(and(eq(contacts.id, contactId), eq(contacts.organisationId, body.id), isNull(contacts.removedAt)))
      .returning({ id: contacts.id });
    if (gone.length === 0) throw problem("missing");
    await record(db, ctx, { act: "contact.removed", subject: { kind: "organisation", id: body.id }, data: { organisationId: body.id, contactId } });
  });
}
