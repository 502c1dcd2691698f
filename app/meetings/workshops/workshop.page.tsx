// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, ErrorSummary, Facts, type FormState, PageHeader, Section, TextArea, Written } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { figuresOf } from "./figures.server";
import { findWorkshop, placesTaken } from "./find-workshop.server";
import { PeopleByKind } from "./parts/people-chart";
import { WorkshopChips } from "./parts/workshop-cards";
import { run } from "./policy";
import { cancelWorkshop, publishWorkshop } from "./save-workshop.server";
import { readable, synthesesOf } from "./synthesis.server";
import { viewWorkshop } from "./view-workshop.server";

export const loader = load(async (ctx, { params }) => {
  const workshop = await findWorkshop(ctx, params.id ?? "");
  const mayRun = run(ctx.actor, workshop).ok;
  const places = await placesTaken(ctx, workshop.id);
  return {
    workshop: viewWorkshop(ctx, workshop),
    mayRun,
    free: Math.max(0, workshop.capacity - places.seats),
    places: mayRun ? places : null,
    figures: workshop.attendanceClosedAt ? await figuresOf(ctx, { workshopId: workshop.id }) : null,
    syntheses: readable(workshop, mayRun, await synthesesOf(ctx, workshop.id)),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "publish") {
    await publishWorkshop(ctx, id);
    return redirectWith(paths.workshop(id), "workshops.published");
  }
  await cancelWorkshop(ctx, id, form);
  return redirectWith(paths.workshop(id), "workshops.cancel.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.workshop.title ?? ""} · Concerto` }];

export default function WorkshopPage() {
  const { t } = useTranslation();
  const { workshop, free, figures, syntheses, mayRun } = useLoaderData<typeof loader>();
  const open = workshop.state === "open";
  return (
    <>
      <PageHeader
        title={<Written>{workshop.title}</Written>}
        trail={[{ to: paths.workshops(), label: t("workshops.title") }]}
        chips={<WorkshopChips workshop={workshop} />}
        actions={open ? <ButtonLink to={paths.registerForWorkshop(workshop.id)}>{t(free > 0 ? "workshops.register.action" : "workshops.register.wait")}</ButtonLink> : null}
      />
      {workshop.cancelledReason ? <Callout tone="danger" title={t("workshops.cancel.title")}>{workshop.cancelledReason}</Callout> : null}
      <p className="pre-line lead"><Written>{workshop.description}</Written></p>
      <Facts
        rows={[
          [t("workshops.fact.when"), t("workshops.when", { day: workshop.day, from: workshop.from, until: workshop.until })],
          [t("workshops.fact.place"), `${workshop.place}${workshop.neighbourhood ? ` · ${workshop.neighbourhood}` : ""}`],
          [t("workshops.fact.office"), <Link key="office" to={paths.organisation(workshop.office.slug)}>{workshop.office.name}</Link>],
          [t("workshops.themes.short"), workshop.themes.map(({ title }) => title).join(" · ")],
          [t("workshops.fact.places"), open ? t(free > 0 ? "workshops.free" : "workshops.full", { count: free, capacity: workshop.capacity }) : String(workshop.capacity)],
        ]}
      />
      {mayRun ? <Office /> : null}
      {figures && figures.people > 0 ? (
        <Section title={t("workshops.figures.present")}>
          <p>{t("workshops.figures.sentence", { people: figures.people, comune: figures.comune, others: figures.others, bodies: figures.bodies })}</p>
          <PeopleByKind byKind={figures.byKind} />
        </Section>
      ) : null}
      {syntheses.length > 0 ? (
        <Section title={t("workshops.synthesis.title")}>
          {workshop.synthesis ? null : <Callout tone="warning">{t("workshops.synthesis.onlyYou")}</Callout>}
          {syntheses.map(({ themeId, theme, text }) => (
            <article key={themeId}>
              <h3>{theme}</h3>
              <p className="pre-line"><Written>{text}</Written></p>
            </article>
          ))}
        </Section>
      ) : null}
    </>
  );
}

/** What the office that holds the workshop does with it. */
function Office() {
  const { t } = useTranslation();
  const { workshop, places } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const ahead = workshop.state === "draft" || workshop.state === "open";
  const begun = workshop.state === "running" || workshop.state === "held";
  return (
    <Section title={t("workshops.office.title")}>
      <ErrorSummary state={state} labels={{ reason: t("workshops.cancel.reason") }} />
      {places ? <p>{t("workshops.office.places", { seats: places.seats, waiting: places.waiting })}</p> : null}
      <div className="form-actions">
        {workshop.state === "draft" ? (
          <Form method="post">
            <Button name="do" value="publish">{t("workshops.publish")}</Button>
          </Form>
        ) : null}
        {ahead ? <ButtonLink look="outline-primary" to={paths.editWorkshop(workshop.id)}>{t("workshops.edit.action")}</ButtonLink> : null}
        {workshop.state !== "draft" ? <ButtonLink look="outline-primary" to={paths.workshopAttendance(workshop.id)}>{t("workshops.attendance.title")}</ButtonLink> : null}
        {begun ? <ButtonLink look="outline-primary" to={paths.workshopSynthesis(workshop.id)}>{t("workshops.synthesis.title")}</ButtonLink> : null}
      </div>
      {ahead ? (
        <details open={state?.values.reason !== undefined}>
          <summary>{t("workshops.cancel.action")}</summary>
          <Form method="post" className="concerto-form" noValidate>
            <TextArea name="reason" label={t("workshops.cancel.reason")} hint={t("workshops.cancel.hint")} rows={2} maxLength={500} state={state} required />
            <Button look="outline-primary">{t("workshops.cancel.action")}</Button>
          </Form>
        </details>
      ) : null}
    </Section>
  );
}
