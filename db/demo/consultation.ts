// SPDX-License-Identifier: AGPL-3.0-or-later
import { answerContribution, changeState, contributionsIn, observe, readDocumentContent, suggestFor, takePosition } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import type { City, Event } from "./city";
import { textsOf } from "./live-texts";
import { ownerOf } from "./seats";
import { texts } from "./texts";

const TITLE = "Una scheda dati comune per il Coordinamento";

/** A working paper goes out for consultation: bodies suggest and observe, the coordination has answered one of them. */
export function consultationStory(city: City): Event[] {
  const n = texts.findIndex(({ title }) => title === TITLE);
  const text = texts[n];
  if (!text) throw new Error(`No document is called «${TITLE}»`);
  const id = () => city.id(`document:${n}`);
  const as = (body: string, at: Date) => city.as(body, at);
  const told = (days: number, time: string, tell: Event["tell"]): Event => ({ at: city.day(days, time), tell });
  return [
    told(-8, "09:30", async (at) => changeState(await as(ownerOf(text.table), at), { documentId: id(), name: "openConsultation", reason: "Prima di usare la scheda sentiamo tutti gli aderenti.", endsAt: city.day(12, "18:00") })),
    told(-7, "11:00", async (at) => suggest(await as("e13", at), id(), "numeri, senza dati", "Prima di ogni seduta gli aderenti condividono gli stessi sei numeri, senza dati sulle persone.")),
    told(-6, "15:00", async (at) => suggest(await as("p14", at), id(), "misure esterne", "Per le misure esterne usiamo già categorie simili: le alleghiamo, così possiamo allinearle.")),
    told(-6, "17:00", async (at) => {
      await observe(await as("e21", at), { documentId: id(), section: "", text: "Manca chi raccoglie i numeri fra una seduta e l'altra: senza un riferimento la scheda resta vuota." });
    }),
    told(-5, "10:00", async (at) => takePosition(await as("e13", at), { documentId: id(), section: "", stance: "reserve", condition: "Se i numeri non superano i sei." })),
    told(-4, "12:00", async (at) => answerFirst(await as(ownerOf(text.table), at), id())),
  ];
}

/** Proposes other words for the paragraph that says `says`. */
async function suggest(ctx: Ctx, documentId: string, says: string, words: string): Promise<void> {
  const { json } = await readDocumentContent(ctx, documentId);
  const block = (json.content ?? []).find(({ content = [] }) => content.map(({ text }) => text ?? "").join("").includes(says));
  if (typeof block?.attrs?.id !== "string") throw new Error(`The document does not say «${says}»`);
  await suggestFor(ctx, textsOf(ctx), { documentId, changes: { changed: { [block.attrs.id]: { ...block, content: [{ type: "text", text: words }] } } } });
}

async function answerFirst(ctx: Ctx, documentId: string): Promise<void> {
  const [first] = await contributionsIn(ctx.db.read, { documentIds: [documentId] });
  if (first) await answerContribution(ctx, textsOf(ctx), { documentId, kind: first.kind, id: first.id, outcome: "accepted", reason: "Un numero chiuso aiuta chi compila: sei voci bastano per cominciare." });
}
