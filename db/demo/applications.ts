// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import { answerInvitation, confirmPart, invitePartner, saveBudget, startApplication, submitApplication } from "~/procedures/index.server";
import { toRomeDay } from "~/web/time";
import { one } from "../client.server";
import { applicationPartners, applications } from "../procedures/schema";
import { publicBodies, thirdSector } from "./bodies";
import type { City, Event } from "./city";
import type { DemoApplication, DemoNotice, Line } from "./notices";
import { writeIn } from "./write-in";

/** How an application grows: begun, partners invited and in, words and figures of each, each one's yes, and sent. */
export function applicationEvents(city: City, notice: DemoNotice, application: DemoApplication): Event[] {
  const { title, lead, partners, waiting = [], begun, sent, words, lines, shares } = application;
  const applicationId = () => city.id(`application:${title}`);
  const on = (days: number, time: string, tell: Event["tell"]): Event => ({ at: city.day(begun + days, time), tell });
  const events: Event[] = [
    on(0, "10:00", async (at) => {
      const id = await startApplication(await city.as(lead, at), { procedureId: city.id(`procedure:${notice.code}`), title });
      city.keep(`application:${title}`, id);
    }),
    ...[...partners, ...waiting].map((body) => on(1, "10:30", async (at) => invitePartner(await city.as(lead, at), { applicationId: applicationId(), body: nameOf(body) }))),
    ...partners.map((body) => on(2, "15:00", async (at) => answerInvitation(await city.as(body, at), { applicationId: applicationId(), accept: true }))),
    ...words.map(({ by, under, text }, i) =>
      on(3, `16:${10 + i}`, async (at) => writeIn(await city.as(by, at), await formOf(city, applicationId()), { under, paragraphs: [text] })),
    ),
  ];
  if (lines.length > 0) events.push(on(4, "17:00", async (at) => plan(city, at, applicationId(), application)));
  if (sent === undefined) return events;
  const declare = [lead, ...partners].map((body, i): Event => ({
    at: city.day(sent - 1, `09:${10 + i}`),
    tell: async (at) => confirmPart(await city.as(body, at), { applicationId: applicationId(), share: shares[body] ?? "", declared: true }),
  }));
  const send: Event = {
    at: city.day(sent, "11:20"),
    tell: async (at) => void (await submitApplication(await city.as(lead, at), { applicationId: applicationId(), confirmed: true })),
  };
  return [...events, ...declare, send];
}

/** Each cost with the resource that pays for it; the last cost of an unfinished plan has none. */
async function plan(city: City, at: Date, applicationId: string, { lead, lines, unbalanced }: DemoApplication): Promise<void> {
  const year = toRomeDay(city.today).slice(0, 4);
  const row = async (line: Line) => ({ ...line, partner: await partOf(city, applicationId, line.body), year });
  const paid = await Promise.all(lines.map(row));
  const costs = unbalanced ? [...paid, await row(unbalanced)] : paid;
  await saveBudget(await city.as(lead, at), { applicationId, version: 0, rows: { costs, resources: paid } });
}

async function partOf(city: City, applicationId: string, body: string): Promise<string> {
  const { id, organisationId } = applicationPartners;
  const rows = await city.db.read.select({ id }).from(applicationPartners).where(and(eq(applicationPartners.applicationId, applicationId), eq(organisationId, city.id(`body:${body}`))));
  return one(rows)?.id ?? "";
}

async function formOf(city: City, applicationId: string): Promise<string> {
  return one(await city.db.read.select({ id: applications.documentId }).from(applications).where(eq(applications.id, applicationId)))?.id ?? "";
}

function nameOf(code: string): string {
  return [...thirdSector, ...publicBodies].find((body) => body.code === code)?.name ?? "";
}
