// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, Chip, Empty, ErrorSummary, Field, type FormState, PageHeader, RadioGroup, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDateTime, formatShortDate, toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { keepRegistry } from "../policy";
import { listImports, uploadList } from "./lists.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  const imports = (await listImports(ctx)).map(({ listDate, uploadedAt, confirmedAt, discardedAt, ...row }) => ({
    ...row,
    state: confirmedAt ? ("confirmed" as const) : discardedAt ? ("discarded" as const) : ("open" as const),
    drawnUp: formatShortDate(listDate, ctx.locale),
    uploaded: formatDateTime(uploadedAt, ctx.locale),
  }));
  return { imports, today: toRomeDay(ctx.now), title: translate(ctx.locale, "registry.import.title") };
});

export const action = act(async (ctx, form) => {
  enforce(keepRegistry(signedIn(ctx)));
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") throw problem("invalid", { fields: { file: "registry.import.file.none" } });
  const { importId } = await uploadList(ctx, form, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return redirectWith(paths.registryImport(importId), "registry.import.uploaded");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

const tones = { open: "warning", confirmed: "success", discarded: "neutral" } as const;

export default function ImportsPage() {
  const { t } = useTranslation();
  const { imports, today } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { file: t("registry.import.file.label"), list: t("registry.import.list"), listDate: t("registry.import.listDate") };
  return (
    <>
      <PageHeader title={t("registry.import.title")} lead={t("registry.import.lead")} trail={[{ to: paths.organisations(), label: t("registry.title") }]} />
      <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <RadioGroup name="list" legend={labels.list} initial="runts" options={["runts", "ipa"].map((value) => ({ value, label: t(`registry.import.kind.${value}`) }))} state={state} />
        <Field name="file" type="file" accept=".csv,.xlsx,.txt,text/csv" label={labels.file} hint={t("registry.import.file.hint")} state={state} required />
        <Field name="listDate" type="date" label={labels.listDate} hint={t("registry.import.listDateHint")} initial={today} max={today} state={state} required />
        <Checkbox name="complete" label={t("registry.import.complete")} state={state} />
        <div className="form-actions">
          <Button>{t("registry.import.read")}</Button>
        </div>
      </Form>
      <Section title={t("registry.import.past")}>
        {imports.length === 0 ? <Empty>{t("registry.import.nonePast")}</Empty> : null}
        <ul className="plain-list">
          {imports.map((row) => (
            <li key={row.id}>
              <Link to={paths.registryImport(row.id)}>{row.fileName}</Link> <Chip tone={tones[row.state]}>{t(`registry.import.state.${row.state}`)}</Chip>
              <div className="muted">
                {t(`registry.import.kind.${row.list}`)} · {t("registry.import.drawnUp", { date: row.drawnUp })} · {t("registry.import.uploadedOn", { when: row.uploaded })}
              </div>
              {row.outcome ? <div className="muted">{t("registry.import.outcome", row.outcome)}</div> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("registry.export.title")}>
        <p>{t("registry.export.lead")}</p>
        <ul>
          {(["runts", "ipa"] as const).flatMap((list) =>
            (["csv", "xlsx"] as const).map((format) => (
              <li key={list + format}>
                <a href={paths.registryExport(list, format)}>{t("registry.export.file", { list: t(`registry.import.kind.${list}`), format: format.toUpperCase() })}</a>
              </li>
            )),
          )}
        </ul>
      </Section>
    </>
  );
}
