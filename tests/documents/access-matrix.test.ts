// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { type Actor, powers } from "~/identity";
import { accessTo, type Guarded, mayCreate, mayLock, mayPublish, mayRead, mayRename, maySuggest, mayWrite, type Position } from "~/documents/policy";

const actor = (more: Partial<Actor> = {}): Actor => ({
  personId: "p", personLabel: "Referente", organisationId: "o", organisationName: "Ente", affiliationId: "a", roleLabel: "Referente",
  capacity: "delegate", powers, administrator: false, sessionId: null, ...more,
});
const atTable: Guarded = { scopeKind: "table", visibility: "table", state: "draft", lockedAt: null, lockedReason: null, closedAt: null };
const amongBodies: Guarded = { ...atTable, scopeKind: "organisations" };
const at = new Date("2026-03-10T09:00:00Z");
const seat = (role: "coordinator" | "secretary" | "member" | "observer", mandate: "titular" | "deputy" | "ended" | "none" = "titular"): Position => ({ standing: { role, mandate }, grant: null });
const grant = (access: "read" | "suggest" | "write" | null): Position => ({ standing: null, grant: access });
const stranger: Position = { standing: null, grant: null };

/** Who, towards which document: what they may do with it, verb by verb. */
const rows: [who: string, actor: Actor | null, document: Guarded, position: Position, read: boolean, write: boolean, publish: boolean, because?: string][] = [
  ["the coordinator", actor(), atTable, seat("coordinator"), true, true, true],
  ["the secretary", actor(), atTable, seat("secretary"), true, true, true],
  ["a member", actor(), atTable, seat("member"), true, true, false],
  ["a deputy of a member", actor(), atTable, seat("member", "deputy"), true, true, false],
  ["an observer", actor(), atTable, seat("observer"), true, false, false, "documents.access.observer"],
  ["a member whose mandate has ended", actor(), atTable, seat("member", "ended"), true, false, false, "documents.access.mandateEnded"],
  ["a coordinator whose mandate has ended", actor(), atTable, seat("coordinator", "ended"), true, false, false, "documents.access.mandateEnded"],
  ["somebody of a seated body without a mandate", actor(), atTable, seat("member", "none"), true, false, false, "documents.access.noMandate"],
  ["a body of another table", actor(), atTable, stranger, false, false, false, "documents.access.none"],
  ["a person who speaks for nobody", actor({ organisationId: null, powers: [] }), atTable, stranger, false, false, false, "documents.access.none"],
  ["an administrator of the platform", actor({ organisationId: null, powers: [], administrator: true }), atTable, stranger, false, false, false, "documents.access.none"],
  ["nobody signed in", null, atTable, stranger, false, false, false],
  ["a body of another table, public text", actor(), { ...atTable, visibility: "public" }, stranger, true, false, false, "documents.access.publicOnly"],
  ["nobody signed in, public text", null, { ...atTable, visibility: "public" }, stranger, true, false, false],
  ["a member, public text", actor(), { ...atTable, visibility: "public" }, seat("member"), true, true, false],
  ["a member, locked text", actor(), { ...atTable, lockedAt: at, lockedReason: null }, seat("member"), true, false, false, "documents.access.locked"],
  ["a member, text locked for a reason", actor(), { ...atTable, lockedAt: at, lockedReason: "procedures.sent" }, seat("member"), true, false, false, "procedures.sent"],
  ["a member, closed text", actor(), { ...atTable, closedAt: at }, seat("member"), true, false, false, "documents.access.closed"],
  ["a member, approved text", actor(), { ...atTable, state: "approved" }, seat("member"), true, false, false, "documents.access.approved"],
  ["the coordinator, superseded text", actor(), { ...atTable, state: "superseded" }, seat("coordinator"), true, false, true, "documents.access.superseded"],
  ["an observer, locked text", actor(), { ...atTable, lockedAt: at }, seat("observer"), true, false, false, "documents.access.observer"],
  ["a body granted writing", actor(), amongBodies, grant("write"), true, true, false],
  ["a body granted writing, person without the power", actor({ powers: ["read"] }), amongBodies, grant("write"), true, false, false, "documents.access.noWritePower"],
  ["a body granted proposing", actor(), amongBodies, grant("suggest"), true, false, false, "documents.access.suggestGrant"],
  ["a body granted proposing, person without the power", actor({ powers: ["read"] }), amongBodies, grant("suggest"), true, false, false, "documents.access.noWritePower"],
  ["a body granted proposing, locked text", actor(), { ...amongBodies, lockedAt: at }, grant("suggest"), true, false, false],
  ["a member, text in consultation", actor(), { ...atTable, state: "consultation" }, seat("member"), true, false, false, "documents.access.consultation"],
  ["a deputy of a member, text in consultation", actor(), { ...atTable, state: "consultation" }, seat("member", "deputy"), true, false, false, "documents.access.consultation"],
  ["the coordinator, text in consultation", actor(), { ...atTable, state: "consultation" }, seat("coordinator"), true, true, true],
  ["an observer, text in consultation", actor(), { ...atTable, state: "consultation" }, seat("observer"), true, false, false, "documents.access.consultation"],
  ["a member, text in consultation whose term has passed", actor(), { ...atTable, state: "consultation" }, { ...seat("member"), termPassed: true }, true, false, false, "documents.access.termPassed"],
  ["the secretary, text in consultation whose term has passed", actor(), { ...atTable, state: "consultation" }, { ...seat("secretary"), termPassed: true }, true, true, true],
  ["a body granted reading, text in consultation", actor(), { ...amongBodies, state: "consultation" }, grant("read"), true, false, false, "documents.access.consultation"],
  ["a member whose mandate has ended, text in consultation", actor(), { ...atTable, state: "consultation" }, seat("member", "ended"), true, false, false, "documents.access.mandateEnded"],
  ["a body of another table, public text in consultation", actor(), { ...atTable, state: "consultation", visibility: "public" }, stranger, true, false, false, "documents.access.publicOnly"],
  ["a body granted reading", actor(), amongBodies, grant("read"), true, false, false, "documents.access.readGrant"],
  ["a body without a grant", actor(), amongBodies, grant(null), false, false, false, "documents.access.none"],
  ["a coordinator of some table, text among bodies", actor(), amongBodies, { standing: null, grant: null }, false, false, false, "documents.access.none"],
];

describe("who may do what with a document", () => {
  test.each(rows)("%s", (_who, who, document, position, read, write, publish, because) => {
    expect(mayRead(who, document, position).ok).toBe(read);
    expect(mayWrite(who, document, position).ok).toBe(write);
    expect(mayRename(who, document, position).ok).toBe(write);
    expect(mayPublish(who, position).ok).toBe(publish || (position.standing?.role === "coordinator" && position.standing.mandate === "titular"));
    const access = accessTo(who, document, position);
    const proposes = because === "documents.access.suggestGrant" || because === "documents.access.consultation";
    expect(access.access).toBe(write ? "write" : proposes ? "suggest" : read ? "read" : "none");
    expect(maySuggest(who, document, position).ok).toBe(write || proposes);
    if (because) expect(access).toMatchObject({ because });
    if (!write) expect(access).toHaveProperty("because");
  });

  test("only who could write an open text may lock and unlock it", () => {
    const locked = { ...atTable, lockedAt: at };
    expect(mayLock(actor(), locked, seat("member")).ok).toBe(true);
    expect(mayLock(actor(), locked, seat("observer")).ok).toBe(false);
    expect(mayLock(null, locked, seat("member")).ok).toBe(false);
    expect(mayLock(actor(), { ...locked, closedAt: at }, seat("member")).ok).toBe(false);
  });

  test.each([
    ["member", "titular", true], ["coordinator", "deputy", true], ["observer", "titular", false], ["member", "ended", false], ["member", "none", false],
  ] as const)("a %s with mandate %s begins a document: %s", (role, mandate, allowed) => {
    expect(mayCreate(actor(), { role, mandate }).ok).toBe(allowed);
  });

  test("without a seat, or without signing in, nobody begins a document", () => {
    expect(mayCreate(actor(), null)).toEqual({ ok: false, because: "documents.access.notAtTable" });
    expect(mayCreate(null, { role: "coordinator", mandate: "titular" }).ok).toBe(false);
  });
});
