// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, DataTable, Empty, ErrorSummary, Field, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { keepDistrict } from "../workshops/policy";
import { ownDistrict } from "../workshops/save-workshop.server";
import { districtOf } from "./district.server";
import { elementsOf, listLiaisons, planLiaison } from "./liaisons.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const number = districtOf(params.number);
  const liaisons = await listLiaisons(ctx, number);
  const mayKeep = keepDistrict(ctx.actor, number, await ownDistrict(ctx)).ok;
  if (!mayKeep && liaisons.length === 0) throw problem("missing");
  const elements = await elementsOf(ctx, liaisons);
  const rows = liaisons.map(({ id, title, heldOn }) => {
    const own = elements.filter(({ liaisonId }) => liaisonId === id);
    return { id, title, on: formatDate(heldOn, ctx.locale), ahead: heldOn > ctx.now, gathered: own.length, brought: own.filter(({ item }) => item !== null).length, answered: own.filter(({ answer }) => answer !== null).length };
  });
  return { number, title: translate(ctx.locale, "liaison.titleOf", { number }), rows, mayKeep };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { liaisonId } = await planLiaison(ctx, districtOf(params.number), form);
  return redirectWith(paths.liaison(liaisonId), "liaison.form.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function LiaisonsPage() {
  const { t } = useTranslation();
  const { number, title, rows, mayKeep } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const heads = ["moment", "gathered", "brought", "answered"].map((name) => t(`liaison.head.${name}`));
  const labels = { title: t("liaison.form.title"), heldOn: t("liaison.form.heldOn"), note: t("liaison.form.note") };
  return (
    <>
      <PageHeader title={title} lead={t("liaison.lead")} trail={[{ to: paths.districts(), label: t("liaison.districts.title") }, { to: paths.district(number), label: t("registry.district", { number }) }]} />
      {rows.length === 0 ? (
        <Empty>{t("liaison.none")}</Empty>
      ) : (
        <DataTable caption={title} head={heads}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={paths.liaison(row.id)}>{row.title}</Link>
                <div className="muted">{row.on}</div>
              </th>
              <td data-label={heads[1]}>{row.gathered}</td>
              <td data-label={heads[2]}>{row.brought}</td>
              <td data-label={heads[3]}>{row.answered}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {mayKeep ? (
        <Section title={t("liaison.form.plan")}>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} labels={labels} />
            <Field name="title" label={labels.title} maxLength={160} state={state} required />
            <Field name="heldOn" type="date" label={labels.heldOn} state={state} required />
            <TextArea name="note" label={labels.note} rows={3} maxLength={2000} state={state} />
            <Button>{t("liaison.form.plan")}</Button>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
