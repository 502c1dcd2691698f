// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, ButtonLink, CardGrid, Empty, PageHeader, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { listProcedures, procedureBodies } from "./list-procedures.server";
import { kinds } from "./machine";
import { ProcedureCard } from "./parts/procedure-card";
import { mayStartProcedure } from "./policy";

const Filter = z.object({
  tipo: z.enum(kinds).optional().catch(undefined),
  quando: z.enum(["open", "past"]).optional().catch(undefined),
  ente: z.string().optional(),
});

export const loader = load(async (ctx, { url }) => {
  const { tipo, quando, ente } = Filter.parse(Object.fromEntries(url.searchParams));
  return {
    title: translate(ctx.locale, "procedures.list.title"),
    procedures: await listProcedures(ctx, { kind: tipo, when: quando, organisationId: ente || undefined }),
    bodies: await procedureBodies(ctx),
    filter: { tipo: tipo ?? "", quando: quando ?? "", ente: ente ?? "" },
    mayStart: mayStartProcedure(ctx.actor).ok,
    now: ctx.now,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Procedures() {
  const { title, procedures, bodies, filter, mayStart, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHeader
        title={title}
        lead={t("procedures.list.lead")}
        actions={mayStart ? <ButtonLink to={paths.newProcedure()}>{t("procedures.list.start")}</ButtonLink> : null}
      />
      <Form method="get" className="filters" key={JSON.stringify(filter)}>
        <Select name="quando" label={t("procedures.list.when")} initial={filter.quando} empty={t("procedures.list.any")} options={(["open", "past"] as const).map((value) => ({ value, label: t(`procedures.list.${value}`) }))} />
        <Select name="tipo" label={t("procedures.list.kind")} initial={filter.tipo} empty={t("procedures.list.anyKind")} options={kinds.map((value) => ({ value, label: t(`procedures.kind.${value}`) }))} />
        <Select name="ente" label={t("procedures.list.body")} initial={filter.ente} empty={t("procedures.list.anyBody")} options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
        <Button look="outline-primary">{t("web.form.filter")}</Button>
      </Form>
      {procedures.length === 0 ? (
        <Empty action={filtered ? <ButtonLink look="outline-primary" to={paths.procedures()}>{t("web.form.clear")}</ButtonLink> : null}>
          {t(filtered ? "procedures.list.noneFiltered" : "procedures.list.none")}
        </Empty>
      ) : (
        <CardGrid>
          {procedures.map((procedure) => (
            <ProcedureCard key={procedure.id} procedure={procedure} now={now} />
          ))}
        </CardGrid>
      )}
    </>
  );
}
