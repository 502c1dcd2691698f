// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the house knows of a session, as parts of its minutes. Official texts are in Italian whatever the language of the screen. */
import type { Block } from "~/documents";
import type { UnderHeading } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { formatDateTime, formatShortDate, formatTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { Db } from "~db/client.server";
import { commitmentsOfMeeting, lastDay } from "../commitments/find-commitments.server";
import { agendaOf, decisionsOf } from "../decisions/find-decisions.server";
import { sentencesOf } from "../decisions/sentences";
import { viewDecision } from "../decisions/view-decision.server";
import { conflictedAt } from "../decisions/voices.server";
import type { FoundMeeting } from "../find-meeting.server";
import { type Examined, howExamined, nameInMinutes } from "./examined";
import { examinedAt } from "./examined.server";
import { amendmentsOf, type MinutesRow, presentAt } from "./find-minutes.server";

const official = { locale: "it" } as const;
const say = (key: string, values?: Record<string, string | number>) => translate("it", key, values);
const write = (key: string, values?: Record<string, string | number>): Block => ({ type: "paragraph", text: say(`meetings.minutes.text.${key}`, values) });

/** The headings that the house writes under: those of the template `minutes`, and the documents examined. */
export const headings = { where: "Data, ora e luogo", present: "Presenze", agenda: "Ordine del giorno", conflicts: "Conflitti di interesse e astensioni", talk: "Discussione", examined: "Documenti esaminati", decisions: "Decisioni e posizioni degli enti", commitments: "Impegni presi" } as const;

/** What minutes begin with: the parts of the template, and for each point of the agenda a place of its own. */
export async function firstBlocksOf(db: Db, { meeting, table }: Pick<FoundMeeting, "meeting" | "table">): Promise<Block[]> {
  const items = await agendaOf(db, meeting.id);
  const part = (text: string, ...inside: Block[]): Block[] => [{ type: "heading", level: 2, text }, ...inside];
  const advice = (key: string): Block => ({ type: "guidance", text: say(`meetings.minutes.text.advice.${key}`) });
  const place = [meeting.place, meeting.mode === "in_person" ? null : say(`meetings.mode.${meeting.mode}`)].filter(Boolean).join(" · ");
  return [
    ...part(headings.where, { type: "paragraph", text: [table.name, formatDateTime(meeting.startsAt, "it"), place].filter(Boolean).join(" · ") }, advice("where"), { type: "paragraph", text: "" }),
    ...part(headings.present, advice("present")),
    ...part(headings.agenda, { type: "numbers", items: items.length > 0 ? items.map(({ title }) => title) : [""] }),
    ...part(headings.conflicts, advice("conflicts")),
    ...part(headings.talk, advice("talk")),
    ...items.flatMap(({ position, title }): Block[] => [
      { type: "heading", level: 3, text: itemHeading({ position, title }) },
      ...(["said", "agreed", "dissent"] as const).flatMap((name): Block[] => [{ type: "heading", level: 4, text: say(`meetings.minutes.text.item.${name}`) }, { type: "bullets", items: [""] }]),
    ]),
    ...part(headings.examined, advice("examined")),
    ...part(headings.decisions, advice("decisions")),
    ...part(headings.commitments, advice("commitments")),
    ...part("Documenti depositati", { type: "bullets", items: [""] }),
    ...part("Prossimo incontro", { type: "paragraph", text: "" }),
  ];
}

export const itemHeading = ({ position, title }: { position: number; title: string }): string => `${position}. ${title}`;

/** What happened in the session as far as the house recorded it: presences, conflicts, documents examined, decisions, commitments. */
export async function factsOf(ctx: Pick<Ctx, "db" | "now">, { meeting }: Pick<FoundMeeting, "meeting">): Promise<UnderHeading[]> {
  const db = ctx.db.read;
  const present = await presentAt(db, meeting.id);
  const decided = await decisionsOf(db, meeting.id);
  const taken = await commitmentsOfMeeting(ctx, meeting.id);
  const examined = await examinedAt(db, meeting, ctx.now);
  const sentences = decided.map((each) => sentencesOf(say, viewDecision(official, each)));
  return [
    { heading: headings.where, level: 2, blocks: meeting.openedAt && meeting.closedAt ? [write("held", { from: formatTime(meeting.openedAt, "it"), until: formatTime(meeting.closedAt, "it") })] : [] },
    { heading: headings.present, level: 2, blocks: present.length > 0 ? [presenceTable(present)] : [write("nobody")] },
    { heading: headings.conflicts, level: 2, blocks: await conflictsOf(db, meeting.id) },
    ...(examined.length > 0 ? [{ heading: headings.examined, level: 2 as const, blocks: [{ type: "bullets" as const, items: examined.map(examinedLine) }] }] : []),
    { heading: headings.decisions, level: 2, blocks: sentences.length > 0 ? sentences.flatMap(({ head, lines }): Block[] => [{ type: "paragraph", text: head }, { type: "bullets", items: lines }]) : [write("noDecision")] },
    { heading: headings.commitments, level: 2, blocks: taken.length > 0 ? [{ type: "bullets", items: taken.map(({ body, what, due }) => say("meetings.minutes.text.commitment", { body: body.name, what, due: lastDay(official, due) })) }] : [write("noCommitment")] },
  ];
}

const examinedLine = (each: Examined): string => say("meetings.minutes.text.examined", { position: each.position, name: nameInMinutes(each), how: howExamined(say, "it", each) });

function presenceTable(present: Awaited<ReturnType<typeof presentAt>>): Block {
  const head = ["body", "person", "capacity", "times"].map((name) => say(`meetings.minutes.text.head.${name}`));
  const rows = present.map(({ attendance, person, body }) => {
    const { capacity, arrivedAt, leftAt, extensionReason } = attendance;
    const how = extensionReason ? say("meetings.minutes.text.extended", { capacity: say(`meetings.minutes.text.capacity.${capacity}`), reason: extensionReason }) : say(`meetings.minutes.text.capacity.${capacity}`);
    return [body, person, how, [formatTime(arrivedAt, "it"), leftAt ? formatTime(leftAt, "it") : ""].filter(Boolean).join("–")];
  });
  return { type: "table", rows: [head, ...rows] };
}

/** Who abstains, point by point; neither which interest nor whose. */
async function conflictsOf(db: Db, meetingId: string): Promise<Block[]> {
  const present = await presentAt(db, meetingId);
  const lines: string[] = [];
  for (const item of await agendaOf(db, meetingId)) {
    const conflicted = await conflictedAt(db, item.id);
    const bodies = [...new Set(present.filter(({ attendance }) => conflicted.has(attendance.organisationId)).map(({ body }) => body))];
    if (bodies.length > 0) lines.push(say("meetings.minutes.text.conflict", { position: item.position, bodies: bodies.join(", ") }));
  }
  return lines.length > 0 ? [{ type: "bullets", items: lines }] : [write("noConflict")];
}

/** Words of a body inside a sentence of ours: its own full stop stays out. */
const unstopped = (words: string): string => words.trim().replace(/\.+$/, "");

/**
 * What is added to the text that is sealed: the amendments accepted, each under the point that it concerns; at the end what was accepted on the
 * minutes as a whole, what stays contested with who and why, and how they were approved.
 */
export async function closingOf(ctx: Pick<Ctx, "db">, row: MinutesRow, approval: string): Promise<UnderHeading[]> {
  const asked = await amendmentsOf(ctx.db.read, row.id);
  const at = (item: { position: number; title: string } | null) => (item ? say("meetings.minutes.text.onItem", { item: itemHeading(item) }) : say("meetings.minutes.text.onAll"));
  const amended = asked.filter(({ outcome }) => outcome === "accepted");
  const accepted = amended.filter(({ item }) => item === null).map(({ body, text }) => say("meetings.minutes.text.accepted", { body, text }));
  const annexed = asked.filter(({ outcome }) => outcome === "annexed").map(({ body, item, text, reason, answer }) => say("meetings.minutes.text.annexed", { body, on: at(item), text: unstopped(text), reason: unstopped(reason), answer: unstopped(answer ?? "") }));
  return [
    ...amended.flatMap(({ body, item, text }) => (item ? [{ heading: itemHeading(item), level: 3 as const, blocks: [write("acceptedHere", { body, text })] }] : [])),
    ...(accepted.length > 0 ? [{ heading: "Precisazioni accolte", level: 2 as const, blocks: [{ type: "bullets" as const, items: accepted }] }] : []),
    ...(annexed.length > 0 ? [{ heading: "Punti contestati", level: 2 as const, blocks: [{ type: "bullets" as const, items: annexed }] }] : []),
    {
      heading: "Approvazione",
      level: 2,
      blocks: [
        ...(row.circulatedAt ? [write("circulated", { day: formatShortDate(row.circulatedAt, "it"), until: row.amendableUntil ? lastDay(official, row.amendableUntil) : "" })] : []),
        ...(row.correctsSha256 ? [write("corrects", { sha256: row.correctsSha256, reason: row.correctionReason ?? "" })] : []),
        { type: "paragraph", text: approval },
      ],
    },
  ];
}
