// SPDX-License-Identifier: AGPL-3.0-or-later
import { readDocumentContent } from "~/documents/index.server";
import { seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { commitmentsOfMeeting, lastDay } from "../commitments/find-commitments.server";
import { agendaOf, decisionsOf } from "../decisions/find-decisions.server";
import { sentencesOf } from "../decisions/sentences";
import { viewDecision } from "../decisions/view-decision.server";
import type { FoundMeeting } from "../find-meeting.server";
import { titleFor } from "../view-meeting.server";
import { presentAt } from "./find-minutes.server";
import { type Finding, personalDataIn, withoutPersonalData } from "./personal-data";

/** What the public reads of a session in extract: bodies and what was decided, never persons. */
export type Extract = {
  title: string;
  day: string;
  bodies: { name: string; role: string | null }[];
  agenda: string[];
  decisions: { head: string; lines: string[] }[];
  commitments: string[];
};

const official = { locale: "it" } as const;
const say = (key: string, values?: Record<string, string | number>) => translate("it", key, values);

/** The extract of a session, with all that the detector finds taken out, and what it found. */
export async function extractOf(ctx: Pick<Ctx, "db" | "locale">, { meeting, table }: FoundMeeting): Promise<{ extract: Extract; findings: Finding[] }> {
  const db = ctx.db.read;
  const present = await presentAt(db, meeting.id);
  const persons = present.map(({ person }) => person);
  const roles = new Map((await seatsAt(db, table.id, meeting.startsAt)).map(({ organisationId, role }) => [organisationId, role]));
  const bodies = [...new Map(present.map(({ attendance, body }) => [attendance.organisationId, { name: body, role: roles.get(attendance.organisationId) ?? null }])).values()];
  const raw: Extract = {
    title: titleFor(official, meeting, table, false),
    day: formatDate(meeting.startsAt, "it"),
    bodies,
    agenda: (await agendaOf(db, meeting.id)).map(({ title }) => title),
    decisions: (await decisionsOf(db, meeting.id)).map((each) => sentencesOf(say, viewDecision(official, each))),
    commitments: (await commitmentsOfMeeting(ctx, meeting.id)).map(({ body, what, due }) => say("meetings.minutes.text.commitment", { body: body.name, what, due: lastDay(official, due) })),
  };
  const clean = (text: string) => withoutPersonalData(text, persons);
  const extract: Extract = {
    ...raw,
    title: clean(raw.title),
    agenda: raw.agenda.map(clean),
    decisions: raw.decisions.map(({ head, lines }) => ({ head: clean(head), lines: lines.map(clean) })),
    commitments: raw.commitments.map(clean),
  };
  const words = [raw.title, ...raw.agenda, ...raw.decisions.flatMap(({ head, lines }) => [head, ...lines]), ...raw.commitments].join("\n");
  return { extract, findings: personalDataIn(words, persons) };
}

/** What the detector finds in the whole text of the minutes. */
export async function findingsInText(ctx: Pick<Ctx, "db">, { meeting, documentId }: { meeting: { id: string }; documentId: string }): Promise<Finding[]> {
  const { text } = await readDocumentContent(ctx, documentId);
  const persons = (await presentAt(ctx.db.read, meeting.id)).map(({ person }) => person);
  return personalDataIn(text, persons);
}
