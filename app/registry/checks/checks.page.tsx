// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Chip, DataTable, Empty, ErrorSummary, Field, type FormState, PageHeader, Pagination, RadioGroup, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate, toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findOrganisation } from "../find-organisation.server";
import { dueChecks, notEnrolled } from "./due-checks.server";
import { enrolments } from "./enrolment";
import { recordCheck } from "./record-check.server";

export const loader = load(async (ctx, { url }) => {
  signedIn(ctx);
  const day = (instant: Date | null) => instant && formatShortDate(instant, ctx.locale);
  const due = await dueChecks(ctx, Number(url.searchParams.get("pagina")) || 1);
  const asked = url.searchParams.get("ente");
  const chosen = asked ? await findOrganisation(ctx, asked) : null;
  return {
    title: translate(ctx.locale, "registry.checks.title"),
    total: due.total,
    page: due.page,
    pages: due.pages,
    rows: due.rows.map(({ name, slug, runtsNumber, fiscalCode, checkedAt }) => ({ name, slug, runtsNumber, fiscalCode, checked: day(checkedAt) })),
    out: (await notEnrolled(ctx)).map(({ name, slug, enrolment, enrolmentFrom }) => ({ name, slug, enrolment, from: day(enrolmentFrom) })),
    chosen: chosen && { id: chosen.id, name: chosen.name, slug: chosen.slug },
    today: toRomeDay(ctx.now),
  };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  await recordCheck(ctx, form);
  return redirectWith(paths.registryChecks(), "registry.checks.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ChecksPage() {
  const { t } = useTranslation();
  const { chosen, rows, out, total, page, pages } = useLoaderData<typeof loader>();
  const heads = ["body", "code", "last", "do"].map((name) => t(`registry.checks.head.${name}`));
  return (
    <>
      <PageHeader title={t("registry.checks.title")} lead={t("registry.checks.lead")} trail={[{ to: paths.organisations(), label: t("registry.title") }]} actions={<ButtonLink look="outline-primary" to={paths.registryImports()}>{t("registry.import.title")}</ButtonLink>} />
      {chosen ? <CheckForm /> : null}
      <Section title={t("registry.checks.due", { count: total })}>
        {rows.length === 0 ? (
          <Empty>{t("registry.checks.noneDue")}</Empty>
        ) : (
          <DataTable caption={t("registry.checks.due", { count: total })} head={heads}>
            {rows.map((body) => (
              <tr key={body.slug}>
                <th scope="row">
                  <Link to={paths.organisation(body.slug)}>{body.name}</Link>
                </th>
                <td data-label={heads[1]}>{body.runtsNumber ?? body.fiscalCode ?? "—"}</td>
                <td data-label={heads[2]}>{body.checked ?? t("registry.checks.never")}</td>
                <td>
                  <Link to={`${paths.registryChecks()}?ente=${body.slug}#verifica`}>{t("registry.checks.record")}</Link>
                </td>
              </tr>
            ))}
          </DataTable>
        )}
        <Pagination page={page} pages={pages} to={(n) => `${paths.registryChecks()}?pagina=${n}`} />
      </Section>
      <Section title={t("registry.checks.out")}>
        {out.length === 0 ? <Empty>{t("registry.checks.noneOut")}</Empty> : null}
        <ul className="plain-list">
          {out.map((body) => (
            <li key={body.slug}>
              <Link to={paths.organisation(body.slug)}>{body.name}</Link> <Chip tone="danger">{t(`registry.enrolment.${body.enrolment}`)}</Chip>{" "}
              {body.from ? <span className="muted">{t("registry.enrolment.from", { date: body.from })}</span> : null}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function CheckForm() {
  const { t } = useTranslation();
  const { chosen, today } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const state = useActionData<FormState>();
  if (!chosen) return null;
  const labels = { outcome: t("registry.checks.outcome"), since: t("registry.checks.since"), note: t("registry.checks.note") };
  return (
    <Section title={t("registry.checks.of", { name: chosen.name })} id="verifica">
      <Form method="post" action={`${paths.registryChecks()}?${search}`} className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <input type="hidden" name="organisationId" value={chosen.id} />
        <RadioGroup name="outcome" legend={labels.outcome} initial="enrolled" options={enrolments.map((value) => ({ value, label: t(`registry.enrolment.${value}`) }))} state={state} />
        <Field name="since" type="date" label={labels.since} max={today} state={state} />
        <TextArea name="note" label={labels.note} hint={t("registry.checks.noteHint")} maxLength={500} state={state} />
        <div className="form-actions">
          <Button>{t("registry.checks.record")}</Button>
          <ButtonLink look="outline-primary" to={paths.registryChecks()}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  );
}
