// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import type { Actor } from "~/identity";
import { arrive, convene, extend, isInside, leave, propose, readProof, reply } from "~/meetings/policy";
import type { Standing } from "~/tables/index.server";

const actor = (more: Partial<Actor> = {}): Actor => ({
  personId: "p", personLabel: "Referente", organisationId: "o", organisationName: null, affiliationId: "a", roleLabel: null, capacity: "delegate", powers: ["read", "write", "speak"], administrator: false, sessionId: null, ...more,
});
const at = (role: Standing["role"], mandate: Standing["mandate"] = "titular"): Standing => ({ seatId: "s", organisationId: "o", role, mandate });
const table = { ownerOrganisationId: "office", closedAt: null, sensitive: false };

const people: Record<string, [Actor | null, Standing | null]> = {
  nobody: [null, null],
  stranger: [actor(), null],
  "mandate ended": [actor(), at("member", "ended")],
  "colleague without mandate": [actor(), at("member", "none")],
  observer: [actor(), at("observer")],
  member: [actor(), at("member")],
  "member who may not speak": [actor({ powers: ["read"] }), at("member")],
  deputy: [actor(), at("member", "deputy")],
  secretary: [actor(), at("secretary")],
  coordinator: [actor(), at("coordinator")],
  "office of the table": [actor({ organisationId: "office", powers: ["read", "manage_tables"] }), null],
  "office of another table": [actor({ organisationId: "elsewhere", powers: ["read", "manage_tables"] }), null],
  administrator: [actor({ organisationId: null, administrator: true, powers: [] }), null],
};

const verbs: Record<string, (who: Actor | null, standing: Standing | null) => boolean> = {
  "read as a member": (who, standing) => isInside(who, table, standing),
  "prepare, convene, correct, cancel, run": (who, standing) => convene(who, table, standing).ok,
  "read the proof of sending": (who, standing) => readProof(who, table, standing).ok,
  "propose a point, declare an interest": (who, standing) => propose(who, table, standing).ok,
  "answer a convocation or a poll": (who, standing) => reply(who, table, standing).ok,
  "arrive oneself": (who, standing) => arrive(who, table, standing, true).ok,
  "record who arrives": (who, standing) => arrive(who, table, standing, false).ok,
  "record who leaves": (who, standing) => leave(who, table, standing, false).ok,
  "extend a mandate of others": (who, standing) => extend(who, table, standing, false).ok,
  "extend one's own mandate": (who, standing) => extend(who, table, standing, true).ok,
};

const running = ["secretary", "coordinator", "office of the table"];
const speaking = ["observer", "member", "deputy", "secretary", "coordinator"];
const expected: Record<string, string[]> = {
  "read as a member": ["observer", "member", "member who may not speak", "deputy", "secretary", "coordinator", "office of the table", "administrator"],
  "prepare, convene, correct, cancel, run": running,
  "read the proof of sending": [...running, "administrator"],
  "propose a point, declare an interest": speaking,
  "answer a convocation or a poll": speaking,
  "arrive oneself": ["mandate ended", "observer", "member", "member who may not speak", "deputy", "secretary", "coordinator"],
  "record who arrives": running,
  "record who leaves": running,
  "extend a mandate of others": running,
  "extend one's own mandate": [],
};

test.each(Object.keys(verbs))("%s: those who may, and nobody else", (verb) => {
  const may = Object.entries(people).filter(([, [who, standing]]) => verbs[verb]?.(who, standing)).map(([name]) => name);
  expect(may.sort()).toEqual([...(expected[verb] ?? [])].sort());
});

test("a table that is closed meets no more", () => {
  const closed = { ...table, closedAt: new Date(0) };
  expect(convene(actor(), closed, at("coordinator"))).toMatchObject({ ok: false, because: "meetings.policy.tableClosed" });
  expect(propose(actor(), closed, at("member"))).toMatchObject({ ok: false, because: "meetings.policy.tableClosed" });
});
