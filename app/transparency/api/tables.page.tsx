// SPDX-License-Identifier: AGPL-3.0-or-later
import { listTables } from "~/tables/index.server";
import { paths } from "~/web/paths";
import { answer } from "./answer.server";

export const loader = answer(async (ctx, { link }) => ({
  tavoli: (await listTables(ctx)).map(({ slug, name, level, object, planAreas, pillars, sensitive, members }) => ({
    nome: name,
    livello: level,
    oggetto: object,
    aree: planAreas,
    capisaldi: pillars,
    temaDelicato: sensitive,
    enti: members,
    uri: link(`/api/v1/tavoli/${slug}`),
    pagina: link(paths.table(slug)),
  })),
}));
