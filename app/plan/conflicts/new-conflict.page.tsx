// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { Button, ButtonLink, Callout, ErrorSummary, Field, type FormState, RadioGroup, Select, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { natures, SIDES } from "./conflict";
import { raiseConflict } from "./conflicts.server";
import { sideChoices } from "./form-choices.server";
import { raiseConflict as mayRaise } from "./policy";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(mayRaise(ctx.actor, await findTable(ctx, header.id), header.standing));
  // from an overlap between two tables that somebody found
  const found = await Promise.all(["primo", "secondo"].flatMap((name) => url.searchParams.get(name) ?? []).map((id) => findTable(ctx, id)));
  const [first, second] = found;
  return {
    header,
    title: translate(ctx.locale, "conflicts.raise"),
    choices: await sideChoices(ctx, { id: header.id, sits: header.standing !== null }),
    initial: first && second ? { title: translate(ctx.locale, "conflicts.overlapTitle", { first: first.name, second: second.name }), nature: "overlap" as const, sides: [`table:${first.id}`, `table:${second.id}`] } : { title: "", nature: undefined, sides: [] },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { itemId } = await raiseConflict(ctx, params.slug ?? "", form);
  return redirectWith(paths.conflict(itemId), "conflicts.raisedDone");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewConflictPage() {
  const { t } = useTranslation();
  const { header, title, choices, initial } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels: Record<string, string> = { title: t("conflicts.field.title"), text: t("conflicts.field.text"), nature: t("conflicts.field.nature"), named1: t("conflicts.field.named", { n: 1 }), named2: t("conflicts.field.named", { n: 2 }) };
  for (const n of SIDES) labels[`side${n}`] = t("conflicts.field.side", { n });
  return (
    <>
      <TableHeader header={header} active="items" page={title} />
      {header.sensitive ? <Callout tone="warning">{t("tables.items.sensitive")}</Callout> : null}
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <Field name="title" label={labels.title ?? ""} hint={t("conflicts.hint.title")} maxLength={160} state={state} initial={initial.title} required />
        <RadioGroup name="nature" legend={labels.nature ?? ""} options={natures.map((value) => ({ value, label: t(`conflicts.nature.${value}`) }))} {...(initial.nature ? { initial: initial.nature } : {})} state={state} />
        <fieldset className="field">
          <legend>{t("conflicts.between")}</legend>
          <p className="field-hint">{t("conflicts.hint.sides")}</p>
          {SIDES.map((n) => (
            <Select key={n} name={`side${n}`} label={labels[`side${n}`] ?? ""} options={choices} empty={t("conflicts.noSide")} state={state} initial={initial.sides[n - 1] ?? ""} />
          ))}
          {[1, 2].map((n) => (
            <Field key={n} name={`named${n}`} label={labels[`named${n}`] ?? ""} maxLength={300} state={state} {...(n === 1 ? { hint: t("conflicts.hint.named") } : {})} />
          ))}
        </fieldset>
        <TextArea name="text" label={labels.text ?? ""} hint={t("conflicts.hint.text")} rows={6} maxLength={4000} state={state} required />
        <div className="form-actions">
          <Button>{t("conflicts.raise")}</Button>
          <ButtonLink look="outline-primary" to={paths.tableConflicts(header.slug)}>{t("web.form.cancel")}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
