// SPDX-License-Identifier: AGPL-3.0-or-later
/** A server whose city has a Direzione with an open notice and three bodies, each with a person who can sign in. */
import { hashPassword } from "~/identity/index.server";
import { publishNotice, saveNotice, startProcedure } from "~/procedures/index.server";
import { makeWorld, openTestDatabase, startServer, temporaryFolder } from "~tests/harness";
import { notice, officerPowers } from "../procedures/scene";

export const PASSWORD = "una frase lunga e segreta";
const DAY = 86_400_000;

export async function cityWithNotice(now = new Date()) {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir), now });
  const passwordHash = await hashPassword(PASSWORD);
  const direction = await world.organisation("Direzione Welfare di prova", { kind: "directorate" });
  const speaker = async (name: string, label: string, organisationId: string, more: Parameters<typeof world.voice>[1] = {}) => {
    const { id } = await world.person(label, { email: `${name}@test.example`, passwordHash });
    return world.voice(organisationId, { ...more, label, personId: id });
  };
  const officer = await speaker("ufficio", "Responsabile del procedimento", direction.id, { capacity: "procedure_officer", powers: officerPowers });
  const alfa = await world.organisation("Cooperativa Alfa", { fiscalCode: "12345670017" });
  const beta = await world.organisation("Associazione Beta");
  const lead = await speaker("alfa", "Legale rappresentante Alfa", alfa.id, { capacity: "legal_representative" });
  const partner = await speaker("beta", "Referente Beta", beta.id);
  const table = await world.table("Tavolo disabilità");
  const procedureId = await startProcedure(officer.ctx, { kind: "co_design", title: "Vivere a casa con i servizi di quartiere", tableId: table.id });
  const open = notice({
    opensAt: new Date(now.getTime() - DAY).toISOString(), questionsUntil: new Date(now.getTime() + 20 * DAY).toISOString(),
    closesAt: new Date(Math.floor(now.getTime() / 1000) * 1000 + 27 * DAY).toISOString(), coFinancingMinShare: 1000,
  });
  await saveNotice(officer.ctx, { procedureId, content: open });
  await publishNotice(officer.ctx, { procedureId });
  return { world, direction, officer, alfa, beta, lead, partner, procedureId, ...(await startServer({ dataDir })) };
}
