// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A city-wide season of workshops of the size that the city's plan tells of (chapter 5): 26 workshops on 13 themes, 396 people, 134 of the
 * Comune and 262 of more than a hundred other bodies. Contents and bodies are invented; nobody is named.
 */
import { addTheme, draftWorkshop, listThemes, publishSynthesis, publishWorkshop, recordAttendance, writeSynthesis } from "~/meetings/index.server";
import type { Ctx } from "~/web/context";

export const campaignThemes = [
  "Vicinato e luoghi di quartiere", "Salute e servizi vicino a casa", "Redditi e povertà", "Abitare", "Crescere in città", "Ragazze e ragazzi seguiti dai servizi", "Invecchiare a casa propria",
  "Disabilità e autonomia", "Senza dimora", "Arrivare a Milano", "Violenza e discriminazioni", "Carcere e rientro", "Giovani e lavoro",
];

type Kind = "comune" | "health" | "institutions" | "school" | "third_sector" | "informal" | "company" | "private";

/** How many people came, by the kind of body for which they came. */
const people: Record<Kind, number> = { comune: 134, health: 31, institutions: 24, school: 22, third_sector: 154, informal: 13, company: 6, private: 12 };
const WORKSHOPS = 26;
const BODIES = 104;

const questions = ["Che cosa funziona e va tenuto", "Che cosa manca e chi può aiutare"];
const said = [
  "Chi lavora vicino alle persone chiede un referente che resti lo stesso nel tempo, e riunioni più brevi con una lista di chi fa che cosa.",
  "Le informazioni ci sono, ma sparse: si propone un solo elenco, aggiornato da tutti, da cui ciascuno parte.",
  "Gli orari dei servizi non seguono quelli delle famiglie: si propone di provare due sere la settimana in ogni Municipio.",
  "Si chiede di decidere insieme prima di scrivere i bandi, e di tornare a dire com'è andata.",
];

export type Moment = { drafted: Date; starts: Date; closed: Date };
/** One workshop of the season: who writes it down, when, and what each step is. */
export type Season = { ctxAt(at: Date): Promise<Ctx>; when(workshop: number): Moment };

/** The people of one workshop, by kind, and the bodies from which they came. */
function present(workshop: number): { unregistered: Partial<Record<Kind, number>>; bodies: string } {
  const everybody = (Object.entries(people) as [Kind, number][]).flatMap(([kind, n]) => Array.from({ length: n }, () => kind));
  const unregistered: Partial<Record<Kind, number>> = {};
  const bodies = new Set<string>();
  let outside = 0;
  for (const [i, kind] of everybody.entries()) {
    const counts = kind !== "comune" && kind !== "private";
    if (i % WORKSHOPS === workshop) {
      unregistered[kind] = (unregistered[kind] ?? 0) + 1;
      if (counts) bodies.add(`Ente d'esempio ${String((outside % BODIES) + 1).padStart(3, "0")}`);
    }
    if (counts) outside++;
  }
  return { unregistered, bodies: [...bodies].join("\n") };
}

/** The steps of the season in the order of time: the themes and drafts, then for each workshop who came and what came out. */
export function campaignSteps({ ctxAt, when }: Season): { at: Date; tell: (at: Date) => Promise<void> }[] {
  const ids = new Map<number, { workshopId: string; themeId: string }>();
  return Array.from({ length: WORKSHOPS }, (_, n) => {
    const moment = when(n);
    const theme = campaignThemes[n % campaignThemes.length] as string;
    const draft = async (at: Date) => {
      const ctx = await ctxAt(at);
      const known = (await listThemes(ctx)).find(({ title }) => title === theme);
      const themeId = known?.id ?? (await addTheme(ctx, { title: theme })).themeId;
      const question = questions[n < campaignThemes.length ? 0 : 1] as string;
      const input = { title: `${theme}: ${question.toLowerCase()}`, description: `Una mattina di lavoro su «${theme.toLowerCase()}». Prima si racconta, poi ci si divide in gruppi, alla fine si scrive insieme una pagina.`, place: "Sala pubblica del Comune", startsAt: moment.starts, minutes: 180, capacity: 40, themes: [themeId] };
      const { workshopId } = await draftWorkshop(ctx, input);
      await publishWorkshop(ctx, workshopId);
      ids.set(n, { workshopId, themeId });
    };
    const close = async (at: Date) => {
      const ctx = await ctxAt(at);
      const { workshopId, themeId } = ids.get(n) as { workshopId: string; themeId: string };
      await recordAttendance(ctx, workshopId, { present: [], ...present(n) });
      await writeSynthesis(ctx, workshopId, { themeId, text: `${said[n % said.length]} ${said[(n + 1 + Math.floor(n / said.length)) % said.length]}` });
      await publishSynthesis(ctx, workshopId);
    };
    return [{ at: moment.drafted, tell: draft }, { at: moment.closed, tell: close }];
  })
    .flat()
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
