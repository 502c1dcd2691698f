// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { registryPolicy } from "~/registry";
import { Button, Empty, ErrorSummary, Field, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { allNeighbourhoods, confirmNeighbourhoods, type NeighbourhoodPreview, previewNeighbourhoods } from "./import-neighbourhoods.server";
import { NeighbourhoodDifferences } from "./parts/neighbourhood-differences";

export const loader = load(async (ctx) => {
  enforce(registryPolicy.keepRegistry(signedIn(ctx)));
  return { title: translate(ctx.locale, "liaison.nilList.title"), known: (await allNeighbourhoods(ctx)).map(({ id, code, name, district }) => ({ id, code, name, district })) };
});

export const action = act(async (ctx, form): Promise<NeighbourhoodPreview | Response> => {
  enforce(registryPolicy.keepRegistry(signedIn(ctx)));
  if (form.get("do") === "confirm") {
    await confirmNeighbourhoods(ctx, form);
    return redirectWith(paths.neighbourhoods(), "liaison.nilList.done");
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") throw problem("invalid", { fields: { file: "registry.import.file.none" } });
  return previewNeighbourhoods(ctx, new Uint8Array(await file.arrayBuffer()));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NeighbourhoodsPage() {
  const { t } = useTranslation();
  const { title, known } = useLoaderData<typeof loader>();
  const answer = useActionData<NeighbourhoodPreview | NonNullable<FormState>>();
  const preview = answer && "changes" in answer ? answer : null;
  const state = answer && "problem" in answer ? answer : undefined;
  const districts = [...new Set(known.map(({ district }) => district))];
  return (
    <>
      <PageHeader title={title} lead={t("liaison.nilList.lead")} trail={[{ to: paths.districts(), label: t("liaison.districts.title") }]} />
      {preview ? <NeighbourhoodDifferences preview={preview} /> : null}
      <Section title={t(preview ? "liaison.nilList.another" : "liaison.nilList.upload")}>
        <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
          <ErrorSummary state={state} labels={{ file: t("registry.import.file.label") }} />
          <Field name="file" type="file" accept=".csv,.xlsx,.txt,text/csv" label={t("registry.import.file.label")} hint={t("liaison.nilList.hint")} state={state} required />
          <div className="form-actions">
            <Button name="do" value="read">{t("registry.import.read")}</Button>
          </div>
        </Form>
      </Section>
      <Section title={t("liaison.nilList.known", { count: known.length })}>
        {known.length === 0 ? <Empty>{t("liaison.nil.none")}</Empty> : null}
        <ul className="plain-list">
          {districts.map((number) => (
            <li key={number}>
              <Link to={paths.district(number)}>{t("registry.district", { number })}</Link>
              <div className="muted">{known.filter(({ district }) => district === number).map(({ name }) => name).join(" · ")}</div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
