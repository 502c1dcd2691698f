// SPDX-License-Identifier: AGPL-3.0-or-later
/** How tables find their dates: a poll that is open, one that gave a date, the programme of a year. */
import { eq } from "drizzle-orm";
import { planProgramme } from "~/meetings/calendar/plan-programme.server";
import { answerPoll, choosePoll, openPoll } from "~/meetings/poll/polls.server";
import { toRomeDay, toRomeLocal } from "~/web/time";
import { pollOptions } from "../meetings/schema";
import type { City, Event } from "./city";
import { slugOf } from "./meetings";

type Answers = { body: string; days: number; words: ("yes" | "if_needed" | "no")[] };
type Poll = { table: string; by: string; days: number; title: string; note?: string; until: number; options: [days: number, time: string][]; answers: Answers[]; chosen?: { days: number; option: number } };

const polls: Poll[] = [
  {
    table: "M9", by: "p07", days: -4, title: "Riunione aperta sugli spazi serali", note: "In una sede pubblica del quartiere, dopo le 18.", until: 5, options: [[12, "18:00"], [13, "18:30"], [19, "18:00"]],
    answers: [{ body: "e12", days: -3, words: ["yes", "if_needed", "yes"] }, { body: "e23", days: -3, words: ["no", "yes", "yes"] }, { body: "p01", days: -2, words: ["yes", "no", "if_needed"] }],
  },
  {
    table: "ALZ", by: "p01", days: -25, title: "Seduta ordinaria", until: -14, options: [[21, "10:00"], [22, "11:30"], [27, "14:30"]],
    answers: [{ body: "e16", days: -23, words: ["yes", "no", "yes"] }, { body: "e18", days: -22, words: ["yes", "yes", "no"] }, { body: "p08", days: -20, words: ["if_needed", "no", "yes"] }, { body: "e19", days: -18, words: ["yes", "if_needed", "no"] }],
    chosen: { days: -12, option: 0 },
  },
];

export function datesStory(city: City): Event[] {
  const programme: Event = {
    at: city.day(-15, "12:20"),
    tell: async (at) => {
      const fields = { title: "Assemblea degli aderenti", startsAt: city.day(40, "11:00"), minutes: 120, mode: "mixed" as const, place: "Sala riunioni della Direzione, via d'esempio 1", link: "https://sala.demo.example/tavoli" };
      await planProgramme(await city.as("p01", at), slugOf.DIP ?? "", { ...fields, rhythm: "six_weeks", times: 6 });
    },
  };
  return [programme, ...polls.flatMap((poll) => events(city, poll))];
}

function events(city: City, { table, by, days, title, note, until, options, answers, chosen }: Poll): Event[] {
  const key = `poll:${table}`;
  const optionIds = async () => (await city.db.read.select().from(pollOptions).where(eq(pollOptions.pollId, city.id(key)))).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()).map(({ id }) => id);
  const opened: Event = {
    at: city.day(days, "11:40"),
    tell: async (at) => {
      const dates = options.map(([day, time]) => toRomeLocal(city.day(day, time)));
      city.keep(key, (await openPoll(await city.as(by, at), slugOf[table] ?? "", { title, minutes: 120, note, answersBy: toRomeDay(city.day(until)), options: dates })).pollId);
    },
  };
  const answered = answers.map(({ body, days: day, words }): Event => ({
    at: city.day(day, "13:10"),
    tell: async (at) => answerPoll(await city.as(body, at), city.id(key), Object.fromEntries((await optionIds()).map((id, i) => [id, words[i] ?? ""]))),
  }));
  if (!chosen) return [opened, ...answered];
  const closed: Event = { at: city.day(chosen.days, "09:40"), tell: async (at) => void (await choosePoll(await city.as(by, at), city.id(key), (await optionIds())[chosen.option] ?? null)) };
  return [opened, ...answered, closed];
}
