// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ErrorSummary, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { confirmPlace, findRegistration, giveUpPlace } from "./register.server";
import { viewWorkshop } from "./view-workshop.server";

// only looks at the link: mail scanners open links too
export const loader = load(async (ctx, { params }) => {
  const { registration, workshop } = await findRegistration(ctx, params.secret ?? "");
  return { title: translate(ctx.locale, "workshops.registration.title"), workshop: viewWorkshop(ctx, workshop), place: registration.confirmedAt ? registration.place : null };
});

export const action = act(async (ctx, form, { params }) => {
  const secret = params.secret ?? "";
  if (form.get("do") === "cancel") {
    const { workshopId } = await giveUpPlace(ctx, secret);
    return redirectWith(paths.workshop(workshopId), "workshops.registration.cancelled");
  }
  const { place } = await confirmPlace(ctx, secret);
  return redirectWith(paths.workshopRegistration(secret), `workshops.registration.done.${place}`);
});

// the address holds a secret: it goes to nobody
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }, { name: "robots", content: "noindex" }];

export default function RegistrationPage() {
  const { t } = useTranslation();
  const { title, workshop, place } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const open = workshop.state === "open";
  return (
    <>
      <PageHeader title={title} lead={`${workshop.title}. ${t("workshops.when", { day: workshop.day, from: workshop.from, until: workshop.until })}, ${workshop.place}.`} trail={[{ to: paths.workshops(), label: t("workshops.title") }]} />
      <ErrorSummary state={state} />
      {workshop.cancelledReason ? <Callout tone="danger" title={t("workshops.cancel.title")}>{workshop.cancelledReason}</Callout> : null}
      {place ? <Callout tone={place === "seat" ? "success" : "warning"}>{t(`workshops.registration.is.${place}`)}</Callout> : null}
      {open ? (
        <Form method="post" className="form-actions">
          {place ? null : <Button name="do" value="confirm">{t("workshops.registration.confirm")}</Button>}
          <Button name="do" value="cancel" look="outline-primary">{t("workshops.registration.cancel")}</Button>
        </Form>
      ) : null}
      <p>
        <Link to={paths.workshop(workshop.id)}>{t("workshops.registration.toWorkshop")}</Link>
      </p>
    </>
  );
}
