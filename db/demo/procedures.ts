// SPDX-License-Identifier: AGPL-3.0-or-later
import { advanceProcedure, closeDueProcedures, decideApplication, publishNotice, saveNotice, startProcedure } from "~/procedures/index.server";
import { emptyNotice, type NoticeContent } from "~/procedures";
import { toRomeDay } from "~/web/time";
import { applicationEvents } from "./applications";
import type { City, Event } from "./city";
import { type DemoNotice, notices } from "./notices";

/** The Direzione publishes notices, bodies answer them, terms pass; of one the office has already decided. */
export function proceduresStory(city: City): Event[] {
  return notices.flatMap((notice) => [
    { at: city.day(notice.published - 4, "10:00"), tell: (at) => draft(city, at, notice) },
    { at: city.day(notice.published, "12:00"), tell: async (at) => publishNotice(await city.as("p01", at), { procedureId: city.id(`procedure:${notice.code}`) }) },
    ...notice.applications.flatMap((application) => applicationEvents(city, notice, application)),
    { at: city.day(notice.closes, "12:01"), tell: async (at) => void (await closeDueProcedures({ db: city.db, now: at })) },
    ...(notice.kind === "co_programming" ? decided(city, notice) : []),
  ]);
}

async function draft(city: City, at: Date, { code, kind, title, table, objective, ...notice }: DemoNotice): Promise<void> {
  const office = await city.as("p01", at);
  const objectives = [city.id(`objective:${objective}`)];
  const procedureId = await startProcedure(office, { kind, title, tableId: city.id(`table:${table}`), objectives });
  city.keep(`procedure:${code}`, procedureId);
  await saveNotice(office, { procedureId, content: contentOf(city, notice), objectives });
}

function contentOf(city: City, { words, published, opens, closes, publicCents }: Omit<DemoNotice, "code" | "kind" | "title" | "table" | "objective">): NoticeContent {
  const year = Number(toRomeDay(city.day(closes)).slice(0, 4));
  return {
    ...emptyNotice(),
    ...words,
    startActNumber: "Atto d'esempio",
    startActDate: toRomeDay(city.day(published - 5)),
    programmingAct: "Piano di esempio, nella parte che riguarda l'obiettivo collegato",
    publicResources: publicCents > 0 ? [{ source: "Fondo d'esempio per il sociale", year, cents: publicCents }] : [],
    opensAt: city.day(opens, "09:00").toISOString(),
    closesAt: city.day(closes, "12:00").toISOString(),
    questionsUntil: city.day(closes - 7, "12:00").toISOString(),
    officer: "Responsabile del procedimento",
    contactPec: "avvisi@pec.demo.example",
  };
}

/** The office checks what it received and admits all. */
function decided(city: City, { code, closes, applications }: DemoNotice): Event[] {
  const procedureId = () => city.id(`procedure:${code}`);
  return [
    { at: city.day(closes + 3, "10:00"), tell: async (at) => advanceProcedure(await city.as("p01", at), { procedureId: procedureId(), event: "open_admissibility" }) },
    ...applications.map(({ title }, i): Event => ({
      at: city.day(closes + 5, `10:${10 + i}`),
      tell: async (at) => {
        const reason = "La domanda è completa e l'ente ha i requisiti dell'avviso.";
        await decideApplication(await city.as("p01", at), { applicationId: city.id(`application:${title}`), outcome: "admitted", reason });
      },
    })),
    { at: city.day(closes + 6, "11:00"), tell: async (at) => advanceProcedure(await city.as("p01", at), { procedureId: procedureId(), event: "approve_admissions" }) },
  ];
}
