// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { findOrganisations } from "~/registry/index.server";
import { parse } from "~/web/forms";
import { paths } from "~/web/paths";
import { answer } from "./answer.server";
import { outOfRunts } from "./out-of-runts";

const Page = z.object({ pagina: z.coerce.number().int().min(1).max(10_000).default(1) });

export const loader = answer(async (ctx, { query, link }) => {
  const { pagina } = parse(Page, query);
  const { rows, total, page, pages } = await findOrganisations(ctx, { pagina });
  return {
    enti: rows.map(({ slug, name, kind, etsCategory, enrolment, enrolmentFrom }) => ({
      nome: name,
      tipo: kind,
      categoria: etsCategory,
      fuoriRunts: outOfRunts({ kind, enrolment, enrolmentFrom }),
      uri: link(`/api/v1/enti/${slug}`),
      pagina: link(paths.organisation(slug)),
    })),
    totale: total,
    collegamenti: { successiva: page < pages ? link(`/api/v1/enti?pagina=${page + 1}`) : null },
  };
});
