// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The rules of a table as data: the software applies them, and quotes them with their article when it says no. The values that stand
 * where a table has not adopted any are those of common practice, and are shown as such.
 */
import { z } from "zod";
import { type KindGroup, kindGroups } from "~/registry";

/** The rules one by one, in the order in which they are read out. */
export const ruleNames = ["notice", "quorum", "substitutes", "decisions", "forfeiture", "agenda", "minutes", "admission"] as const;
export type RuleName = (typeof ruleNames)[number];

const days = (most: number) => z.coerce.number("tables.rules.number").int("tables.rules.number").min(0, "tables.rules.number").max(most, "tables.rules.tooMany");
const maybe = <T extends z.ZodType>(schema: T) => z.union([z.literal("").transform(() => null), z.null(), schema]).optional().transform((value) => value ?? null);
/** Points of the agenda, one a line. */
const lines = z.union([z.array(z.string()), z.string().transform((text) => text.split(/\r?\n/))]).transform((titles) => [...new Set(titles.map((title) => title.trim()).filter((title) => title !== ""))]);
const box = z.union([z.boolean(), z.literal("on").transform(() => true)]).optional().transform(Boolean);

export const TableRules = z.object({
  /** Free working days between the convocation and the session. */
  noticeDays: days(60),
  /** The same for an urgent session, convened with a written reason; null: no session is convened in less time. */
  urgentDays: maybe(days(60)),
  /** Share of the members' seats that must be taken for the session to be valid; 0: none asked. */
  quorumPercent: days(100),
  /** The same at a second call; null where there is no second call. */
  secondCallPercent: maybe(days(100)),
  /** Whether a deputy may take the place of the titular person. */
  substitutes: box,
  decisions: z.enum(["consensus", "vote"]),
  /** When it comes to a vote, one for each body: a majority among public bodies and among the others, or of all together (domain reference 2.10 has them counted apart). */
  voteCount: z.enum(["each_side", "together"]).default("each_side"),
  /** Unjustified absences in a row after which the seat is forfeited; null: never. */
  forfeitAfter: maybe(days(50)),
  /** Points that every agenda has, after the minutes of the session before and the commitments; empty: none asked. */
  usualPoints: lines
    .refine((titles) => titles.every(({ length }) => length >= 3), "tables.rules.pointShort")
    .refine((titles) => titles.every(({ length }) => length <= 160), "web.field.tooLong")
    .refine(({ length }) => length <= 10, "tables.rules.tooManyPoints")
    .default([]),
  /** Calendar days in which those present may ask to amend the minutes. */
  minutesDays: days(90),
  /** Whether minutes that nobody contests in those days are approved. */
  tacitApproval: box,
  /** Families of bodies that may be admitted; empty: all. */
  admittedGroups: z.array(z.enum(kindGroups)).default([]),
  /** Third-sector bodies must be enrolled in the RUNTS. */
  enrolledOnly: box,
  /** Months since the body entered the registry; null: none asked. */
  activeMonths: maybe(days(120)),
  /** Municipi in which the body must work; empty: anywhere. */
  districts: z.array(z.coerce.number().int().min(1).max(9)).default([]),
  /** A criterion in words that only people can judge. */
  criterion: z.string().trim().max(500).optional().transform((text) => text || null),
  /** The article that each rule comes from, e.g. "art. 4". */
  articles: z.partialRecord(z.enum(ruleNames), z.string().trim().max(60)).default({}),
});
export type TableRules = z.output<typeof TableRules>;

/** Common practice, for a table that has adopted no rules of its own (domain reference 2.10). */
export const customaryRules: TableRules = {
  noticeDays: 5,
  urgentDays: 1,
  quorumPercent: 50,
  secondCallPercent: null,
  substitutes: true,
  decisions: "consensus",
  voteCount: "each_side",
  forfeitAfter: null,
  usualPoints: [],
  minutesDays: 10,
  tacitApproval: true,
  admittedGroups: [],
  enrolledOnly: false,
  activeMonths: null,
  districts: [],
  criterion: null,
  articles: {},
};

/** A rule as a sentence: a message key and its values. The article is added by whoever shows it. */
export type Said = { says: string; values?: Record<string, string | number> };

const prefix = "tables.rules.says";

/** What the rules say, rule by rule. */
export function say(rules: TableRules, name: RuleName): Said[] {
  switch (name) {
    case "notice":
      return [
        { says: `${prefix}.notice`, values: { count: rules.noticeDays } },
        rules.urgentDays === null ? { says: `${prefix}.noUrgency` } : { says: `${prefix}.urgency`, values: { count: rules.urgentDays } },
      ];
    case "quorum":
      return [
        rules.quorumPercent === 0 ? { says: `${prefix}.noQuorum` } : { says: `${prefix}.quorum`, values: { percent: rules.quorumPercent } },
        ...(rules.secondCallPercent === null ? [] : [{ says: `${prefix}.secondCall`, values: { percent: rules.secondCallPercent } }]),
      ];
    case "substitutes":
      return [{ says: `${prefix}.${rules.substitutes ? "substitutes" : "noSubstitutes"}` }];
    case "decisions":
      return [{ says: `${prefix}.${rules.decisions}` }, { says: `${prefix}.voteCount.${rules.voteCount}` }];
    case "forfeiture":
      return rules.forfeitAfter === null ? [{ says: `${prefix}.noForfeiture` }] : [{ says: `${prefix}.forfeiture`, values: { count: rules.forfeitAfter } }];
    case "agenda":
      return [{ says: `${prefix}.agenda` }, ...(rules.usualPoints.length > 0 ? [{ says: `${prefix}.usualPoints`, values: { points: rules.usualPoints.map((point) => `«${point}»`).join(", ") } }] : [])];
    case "minutes":
      return [{ says: `${prefix}.${rules.tacitApproval ? "minutesTacit" : "minutesExpress"}`, values: { count: rules.minutesDays } }];
    case "admission":
      return admission(rules);
  }
}

function admission({ admittedGroups, enrolledOnly, activeMonths, districts, criterion }: TableRules): Said[] {
  const said: Said[] = [];
  if (admittedGroups.length > 0) said.push({ says: `${prefix}.groups` });
  if (enrolledOnly) said.push({ says: `${prefix}.enrolled` });
  if (activeMonths !== null) said.push({ says: `${prefix}.months`, values: { count: activeMonths } });
  if (districts.length > 0) said.push({ says: `${prefix}.districts`, values: { numbers: districts.join(", ") } });
  if (criterion) said.push({ says: `${prefix}.criterion`, values: { text: criterion } });
  return said.length > 0 ? said : [{ says: `${prefix}.openAdmission` }];
}

/** Groups named by a rule of admission, for whoever translates them. */
export function groupsOf(rules: TableRules): readonly KindGroup[] {
  return rules.admittedGroups;
}

/**
 * How many of the members' seats must be taken, rounded up, and whether they are. Seats of observers never count; a seat whose body is
 * out of office does not count either, which is for the caller to know.
 */
export function quorumOf(rules: Pick<TableRules, "quorumPercent" | "secondCallPercent">, seats: { entitled: number; present: number }, secondCall = false): { needed: number; reached: boolean } {
  const percent = secondCall && rules.secondCallPercent !== null ? rules.secondCallPercent : rules.quorumPercent;
  const needed = Math.ceil((seats.entitled * percent) / 100);
  return { needed, reached: seats.present >= needed };
}
