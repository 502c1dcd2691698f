// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ErrorSummary, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { mine } from "./save-workshop.server";
import { publishSynthesis, synthesesOf, writeSynthesis } from "./synthesis.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const workshop = await mine(ctx, params.id ?? "");
  return { heading: translate(ctx.locale, "workshops.synthesis.title"), workshop: { id: workshop.id, title: workshop.title, published: workshop.synthesisPublishedAt !== null }, syntheses: await synthesesOf(ctx, workshop.id) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "publish") {
    await publishSynthesis(ctx, id);
    return redirectWith(paths.workshop(id), "workshops.synthesis.publishedDone");
  }
  await writeSynthesis(ctx, id, form);
  return redirectWith(paths.workshopSynthesis(id), "workshops.synthesis.saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading ?? ""} · Concerto` }];

export default function SynthesisPage() {
  const { t } = useTranslation();
  const { heading, workshop, syntheses } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={heading} lead={t("workshops.synthesis.lead")} trail={[{ to: paths.workshops(), label: t("workshops.title") }, { to: paths.workshop(workshop.id), label: workshop.title }]} />
      <Callout tone="warning">{t("workshops.synthesis.noNames")}</Callout>
      {state && !state.values.themeId ? <ErrorSummary state={state} /> : null}
      {syntheses.map(({ themeId, theme, text }) => {
        const own = state?.values.themeId === themeId ? state : undefined;
        return (
          <Section key={themeId} title={theme}>
            <Form method="post" className="concerto-form" noValidate>
              <ErrorSummary state={own} labels={{ text: t("workshops.synthesis.text") }} />
              <input type="hidden" name="themeId" value={themeId} />
              <TextArea id={`text-${themeId}`} name="text" label={t("workshops.synthesis.text")} rows={6} maxLength={8000} state={own} initial={text} required />
              <Button look="outline-primary" aria-label={`${t("web.form.save")}: ${theme}`}>{t("web.form.save")}</Button>
            </Form>
          </Section>
        );
      })}
      {workshop.published ? null : (
        <Form method="post" className="form-actions">
          <Button name="do" value="publish">{t("workshops.synthesis.publish")}</Button>
        </Form>
      )}
    </>
  );
}
