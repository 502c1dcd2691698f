// SPDX-License-Identifier: AGPL-3.0-or-later
import { listActions, readPlan } from "~/plan/index.server";
import type { BodyStanding } from "~/registry";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { toRomeDay } from "~/web/time";
import { outOfRunts } from "./out-of-runts";
import { answer } from "./answer.server";

const inPlan = (part: { endedAt: Date | null }) => part.endedAt === null;

/** The plan in course down to the actions, which stand by name of the body: nothing counts or orders bodies. */
export const loader = answer(async (ctx, { link }) => {
  const tree = await readPlan(ctx);
  if (!tree) throw problem("missing");
  const objectives = tree.areas.filter(inPlan).flatMap((area) => area.objectives.filter(inPlan));
  const actions = await listActions(ctx, objectives.flatMap(({ strategies }) => strategies.map(({ id }) => id)));
  const body = ({ name, slug, standing }: { name: string; slug: string; standing?: BodyStanding | undefined }) => ({ nome: name, uri: link(`/api/v1/enti/${slug}`), fuoriRunts: outOfRunts(standing) });
  const actionsOf = (strategyId: string) =>
    actions
      .filter((action) => action.strategyId === strategyId)
      .map(({ id, organisation, title, description, partners, districts, startsOn, endsOn, state }) => ({
        ente: body(organisation),
        titolo: title,
        descrizione: description,
        partner: partners.map(body),
        municipi: districts,
        inizio: toRomeDay(startsOn),
        fine: endsOn && toRomeDay(endsOn),
        stato: state,
        pagina: link(paths.action(id)),
      }));
  return {
    edizione: tree.edition.label,
    capisaldi: tree.pillars.map(({ code, title }) => ({ codice: code, titolo: title })),
    aree: tree.areas.filter(inPlan).map((area) => ({
      numero: area.number,
      titolo: area.title,
      obiettivi: area.objectives.filter(inPlan).map((objective) => ({
        codice: objective.code,
        titolo: objective.title,
        consolidamento: objective.kind === "consolidation",
        capisaldi: objective.pillars.flatMap(({ code }) => code ?? []),
        tavoli: objective.tables.map(({ name, slug }) => ({ nome: name, uri: link(`/api/v1/tavoli/${slug}`) })),
        strategie: objective.strategies.filter(inPlan).map(({ id, code, text }) => ({ codice: code, testo: text, azioni: actionsOf(id) })),
        pagina: link(paths.planObjective(objective.id)),
      })),
    })),
  };
});
