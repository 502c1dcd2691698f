// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The procedures of art. 55 as data: states, events, and what each event needs before it may happen. A guard answers
 * with what is missing, never with a bare no. Later states (committee, table, agreement) are further rows.
 */
export const kinds = ["co_programming", "co_design"] as const;
export type Kind = (typeof kinds)[number];

export const states = [
  "initiated", "notice_draft", "published", "closed", "deserted", "admissibility", "admitted", "admitted_to_evaluation", "revoked",
] as const;
export type State = (typeof states)[number];

export const events = ["start", "draft_notice", "publish", "correct", "extend", "close", "declare_deserted", "open_admissibility", "approve_admissions", "revoke"] as const;
export type ProcedureEvent = (typeof events)[number];

/** One thing missing: a sentence, and where on the site it can be put right. */
export type Lack = { because: string; values?: Record<string, string | number>; at: "notice" | "applications" | "procedure"; field?: string };

/** What guards look at. Counts of applications are known only once the term has passed: null before. */
export type Facts = {
  noticeLacks: Lack[];
  noticeWarnings: number;
  justified: boolean;
  window: "unset" | "before" | "open" | "past";
  received: number | null;
  undecided: number | null;
  /** Whether somebody of the office has already read a received application. */
  opened: boolean;
  reason: string | null;
  /** For an extension: whether the new term is later than the old one and still to come. */
  later: boolean;
};

type Guard = (facts: Facts) => Lack[];
export type Step = { event: ProcedureEvent; from: readonly (State | null)[]; to: State | "same"; by: "office" | "clock"; needs: readonly Guard[] };

const lack = (because: string, at: Lack["at"], field?: string): Lack => (field ? { because, at, field } : { because, at });
const when = (missing: boolean, what: Lack): Lack[] => (missing ? [what] : []);

const noticeIsComplete: Guard = ({ noticeLacks }) => noticeLacks;
const warningsAreJustified: Guard = ({ noticeWarnings, justified }) =>
  when(noticeWarnings > 0 && !justified, lack("procedures.lack.justification", "notice", "justification"));
const reasonIsGiven: Guard = ({ reason }) => when(!reason?.trim(), lack("procedures.lack.reason", "procedure", "reason"));
const termHasPassed: Guard = ({ window }) => when(window !== "past", lack("procedures.lack.termNotPassed", "procedure"));
const somethingWasReceived: Guard = ({ received }) => when(received === 0, lack("procedures.lack.nothingReceived", "applications"));
const nothingWasReceived: Guard = ({ received }) => when((received ?? 0) > 0, lack("procedures.lack.somethingReceived", "applications"));
const everyOneIsDecided: Guard = ({ undecided }) =>
  (undecided ?? 0) > 0 ? [{ because: "procedures.lack.undecided", values: { count: undecided ?? 0 }, at: "applications" }] : [];
const noneWasOpened: Guard = ({ opened }) => when(opened, lack("procedures.lack.alreadyOpened", "procedure"));
const termMovesForward: Guard = ({ later }) => when(!later, lack("procedures.lack.notLater", "procedure", "closesAt"));

const beginning: Step[] = [
  { event: "start", from: [null], to: "initiated", by: "office", needs: [] },
  { event: "draft_notice", from: ["initiated"], to: "notice_draft", by: "office", needs: [] },
  { event: "publish", from: ["notice_draft"], to: "published", by: "office", needs: [noticeIsComplete, warningsAreJustified] },
  { event: "correct", from: ["published"], to: "same", by: "office", needs: [reasonIsGiven, noticeIsComplete, warningsAreJustified] },
  { event: "extend", from: ["published", "closed"], to: "published", by: "office", needs: [reasonIsGiven, termMovesForward, noneWasOpened] },
  { event: "close", from: ["published"], to: "closed", by: "clock", needs: [termHasPassed] },
  { event: "declare_deserted", from: ["closed"], to: "deserted", by: "office", needs: [nothingWasReceived] },
  { event: "open_admissibility", from: ["closed"], to: "admissibility", by: "office", needs: [termHasPassed, somethingWasReceived] },
];
const ending = (last: readonly State[]): Step => ({
  event: "revoke", from: ["initiated", "notice_draft", "published", "closed", "deserted", "admissibility", ...last], to: "revoked", by: "office", needs: [reasonIsGiven],
});

/** The steps of each kind of procedure. */
export const machines: Record<Kind, readonly Step[]> = {
  co_programming: [
    ...beginning,
    { event: "approve_admissions", from: ["admissibility"], to: "admitted", by: "office", needs: [everyOneIsDecided] },
    ending(["admitted"]),
  ],
  co_design: [
    ...beginning,
    { event: "approve_admissions", from: ["admissibility"], to: "admitted_to_evaluation", by: "office", needs: [everyOneIsDecided] },
    ending(["admitted_to_evaluation"]),
  ],
};

/** The step that an event makes from a state; undefined when the event does not exist there. */
export function stepOf(kind: Kind, state: State | null, event: ProcedureEvent): Step | undefined {
  return machines[kind].find((step) => step.event === event && step.from.includes(state));
}

/** What is missing before the event may happen; a single `procedures.lack.notNow` when it does not exist in this state. */
export function missingFor(kind: Kind, state: State | null, event: ProcedureEvent, facts: Facts): Lack[] {
  const step = stepOf(kind, state, event);
  if (!step) return [{ because: "procedures.lack.notNow", at: "procedure" }];
  return step.needs.flatMap((guard) => guard(facts));
}

/** The state in which the clock has put a procedure, whether or not the passage was already written down. */
export function stateAt(state: State, window: Facts["window"]): State {
  return state === "published" && window === "past" ? "closed" : state;
}

/** The phases that the public sees, in order, with the states that belong to each. Those still without states are to come. */
export const phases: Record<Kind, readonly { name: string; states: readonly State[] }[]> = {
  co_programming: [
    { name: "start", states: ["initiated", "notice_draft"] },
    { name: "applications", states: ["published"] },
    { name: "check", states: ["closed", "admissibility", "deserted"] },
    { name: "tables", states: ["admitted"] },
    { name: "synthesis", states: [] },
    { name: "report", states: [] },
  ],
  co_design: [
    { name: "start", states: ["initiated", "notice_draft"] },
    { name: "applications", states: ["published"] },
    { name: "check", states: ["closed", "admissibility", "deserted"] },
    { name: "evaluation", states: ["admitted_to_evaluation"] },
    { name: "coDesign", states: [] },
    { name: "agreement", states: [] },
  ],
};
