// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { type Block, documentOf } from "~/documents";
import { type Paper, paperWords, readDocumentContent } from "~/documents/index.server";
import { nameWithStanding, organisationsByIds } from "~/registry/index.server";
import { seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { readEnv } from "~/web/env.server";
import { formatDate, formatDateTime, formatTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { Db } from "~db/client.server";
import { meetings } from "~db/meetings/schema";
import { agendaRows, documentTitles } from "../agenda/read-agenda.server";
import { meetingInside } from "../decisions/find-decisions.server";
import type { FoundMeeting } from "../find-meeting.server";
import { minutesOfMeeting } from "../minutes/find-minutes.server";
import { minutesState } from "../minutes/minutes";
import { titleFor } from "../view-meeting.server";

/** Official papers are in Italian, whatever the language of the screen. */
const LANGUAGE = "it";
const say = (key: string, values?: Record<string, string | number>) => translate(LANGUAGE, key, values);
const blocksOf = (blocks: Block[]): JSONContent[] => documentOf(blocks).content ?? [];
/** Lines for guests and for whoever replaces somebody at the last moment. */
const FREE_LINES = 4;

/**
 * All the paper of a session in one file: convocation, attendance sheet to be signed, agenda, minutes of the session before. For who reads the
 * session as its members do: the sheet names persons, and the pack is not for the public.
 */
export async function packOf(ctx: Ctx, meetingId: string): Promise<Paper> {
  const found = await meetingInside(ctx, meetingId);
  const { meeting, table } = found;
  const db = ctx.db.read;
  // also the name of the file: of a sensitive table it says nothing
  const title = say("meetings.paper.title", { meeting: titleFor({ locale: LANGUAGE }, meeting, table, false), day: formatDate(meeting.startsAt, LANGUAGE) });
  const before = await previousMinutes(ctx, found);
  return {
    lang: LANGUAGE,
    comune: readEnv().COMUNE,
    origin: null,
    table: table.name,
    title,
    state: say("meetings.paper.name"),
    date: formatDateTime(ctx.now, LANGUAGE),
    instant: ctx.now.toISOString(),
    protocol: null,
    notes: [],
    authors: [readEnv().COMUNE],
    content: documentOf(convocation(found)),
    comments: [],
    appendices: [
      { title: say("meetings.paper.sheet"), blocks: blocksOf(await attendanceSheet(db, found)) },
      { title: say("meetings.paper.agenda"), blocks: blocksOf(await agenda(ctx, meetingId, found.meeting)) },
      ...(before ? [before] : []),
    ],
    images: {},
    source: JSON.stringify({ format: "concerto-session-pack/1", meetingId, tableId: table.id, at: ctx.now.toISOString() }),
    words: paperWords(say),
  };
}

function convocation({ meeting, table }: FoundMeeting): Block[] {
  const line = (key: string, value: string | null): Block[] => (value ? [{ type: "paragraph", text: say(`meetings.paper.${key}`, { value }) }] : []);
  return [
    { type: "heading", level: 2, text: say("meetings.paper.convocation") },
    { type: "paragraph", text: say("meetings.paper.called", { table: table.name, day: formatDate(meeting.startsAt, LANGUAGE), from: formatTime(meeting.startsAt, LANGUAGE), until: formatTime(meeting.endsAt, LANGUAGE) }) },
    ...line("mode", say(`meetings.mode.${meeting.mode}`)),
    ...line("place", meeting.place),
    ...line("link", meeting.link),
    ...line("sentOn", meeting.convenedAt && formatDateTime(meeting.convenedAt, LANGUAGE)),
    ...(meeting.note ? [{ type: "paragraph" as const, text: meeting.note }] : []),
  ];
}

/** N° · Nominativo · Funzione · Rappresentanza · Firma: who may speak on that day, seat by seat, and some free lines. */
async function attendanceSheet(db: Db, { meeting, table }: FoundMeeting): Promise<Block[]> {
  const head = ["number", "person", "role", "body", "signature"].map((name) => say(`meetings.paper.head.${name}`));
  const seated = await seatsAt(db, table.id, meeting.startsAt);
  const lines = seated.flatMap(({ organisationName, organisationKind: kind, enrolment, enrolmentFrom, role, speakers }) => {
    const body = nameWithStanding(LANGUAGE, organisationName, { kind, enrolment, enrolmentFrom });
    const observer = role === "observer" ? say("meetings.paper.observer") : null;
    if (speakers.length === 0) return [["", observer ?? "", body]];
    return speakers.map(({ personLabel, roleLabel, capacity }) => [personLabel, [roleLabel === personLabel ? null : roleLabel, observer ?? say(`meetings.minutes.text.capacity.${capacity}`)].filter(Boolean).join(", "), body]);
  });
  const rows = [...lines, ...Array.from({ length: FREE_LINES }, () => ["", "", ""])].map((cells, i) => [String(i + 1), ...cells, ""]);
  return [{ type: "paragraph", text: `${table.name} · ${formatDateTime(meeting.startsAt, LANGUAGE)}` }, { type: "table", rows: [head, ...rows] }, { type: "paragraph", text: say("meetings.paper.sheetNote") }];
}

async function agenda(ctx: Ctx, meetingId: string, at: { tableId: string }): Promise<Block[]> {
  const db = ctx.db.read;
  const points = await agendaRows(db, meetingId);
  if (points.length === 0) return [{ type: "paragraph", text: say("meetings.paper.noAgenda") }];
  const bodies = await organisationsByIds(ctx, points.map(({ proposerOrganisationId }) => proposerOrganisationId));
  const titles = await documentTitles(db, points, at);
  const head = ["number", "point", "minutes", "proposer", "document"].map((name) => say(`meetings.paper.head.${name}`));
  const rows = points.map((point, i) => [String(i + 1), point.title, String(point.minutes), bodies.get(point.proposerOrganisationId ?? "")?.name ?? say("meetings.paper.coordination"), titles.get(point.id) ?? ""]);
  return [{ type: "table", rows: [head, ...rows] }];
}

/** The minutes of the last session held before, as they stand; null when there are none. */
async function previousMinutes(ctx: Ctx, { meeting, table }: FoundMeeting): Promise<Paper["appendices"][number] | null> {
  const db = ctx.db.read;
  const earlier = await db.select().from(meetings).where(and(eq(meetings.tableId, table.id), lt(meetings.startsAt, meeting.startsAt), isNull(meetings.cancelledAt))).orderBy(desc(meetings.startsAt)).limit(6);
  for (const session of earlier) {
    const row = await minutesOfMeeting(db, session.id);
    if (!row) continue;
    const { json } = await readDocumentContent(ctx, row.documentId);
    const title = say("meetings.paper.previous", { day: formatDate(session.startsAt, LANGUAGE), state: say(`meetings.minutes.state.${minutesState(row)}`) });
    return { title, blocks: (json.content ?? []).filter(({ type }) => type !== "guidance") };
  }
  return null;
}
