// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Checkbox, DataTable, Empty, ErrorSummary, Field, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { recordAttendance, registrationsOf } from "./attendance.server";
import { mine } from "./save-workshop.server";
import { attendeeKinds, KEEP_DAYS, workshopState } from "./workshop";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const workshop = await mine(ctx, params.id ?? "");
  const people = await registrationsOf(ctx, workshop.id);
  return {
    heading: translate(ctx.locale, "workshops.attendance.title"),
    workshop: { id: workshop.id, title: workshop.title },
    begun: ["running", "held"].includes(workshopState(workshop, ctx.now)),
    forgotten: workshop.forgottenAt !== null,
    people: people.map(({ id, name, kind, bodyName, place, attendedAt }) => ({ id, name, kind, bodyName, place, present: attendedAt !== null })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await recordAttendance(ctx, params.id ?? "", form);
  return redirectWith(paths.workshop(params.id ?? ""), "workshops.attendance.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading ?? ""} · Concerto` }];

export default function AttendancePage() {
  const { t } = useTranslation();
  const { heading, workshop, begun, forgotten, people } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const heads = [t("workshops.register.name"), t("workshops.register.kind"), t("workshops.register.bodyName"), t("workshops.attendance.place"), ...(begun ? [t("workshops.attendance.present")] : [])];
  const list =
    people.length === 0 ? (
      <Empty>{t("workshops.attendance.nobody")}</Empty>
    ) : (
      <DataTable caption={t("workshops.attendance.list")} head={heads}>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.name}</th>
            <td data-label={heads[1]}>{t(`workshops.kind.${person.kind}`)}</td>
            <td data-label={heads[2]}>{person.bodyName ?? "—"}</td>
            <td data-label={heads[3]}>{t(`workshops.attendance.on.${person.place}`)}</td>
            {begun ? (
              <td data-label={heads[4]}>
                <Checkbox name="present[]" value={person.id} id={`present-${person.id}`} checked={person.present} label={<span className="visually-hidden">{t("workshops.attendance.was", { name: person.name })}</span>} />
              </td>
            ) : null}
          </tr>
        ))}
      </DataTable>
    );
  return (
    <>
      <PageHeader title={heading} trail={[{ to: paths.workshops(), label: t("workshops.title") }, { to: paths.workshop(workshop.id), label: workshop.title }]} />
      <Callout tone={forgotten ? "warning" : "primary"}>{t(forgotten ? "workshops.attendance.forgotten" : "workshops.attendance.keep", { days: KEEP_DAYS })}</Callout>
      {begun && !forgotten ? (
        <Form method="post" className="concerto-form wide-form" noValidate>
          <ErrorSummary state={state} />
          {list}
          <Section title={t("workshops.attendance.others")}>
            <p>{t("workshops.attendance.othersLead")}</p>
            <div className="filters">
              {attendeeKinds.map((kind) => (
                <Field key={kind} name={`unregistered-${kind}`} type="number" min={0} max={1000} label={t(`workshops.kind.${kind}`)} state={state} />
              ))}
            </div>
            <TextArea name="bodies" label={t("workshops.attendance.bodies")} hint={t("workshops.attendance.bodiesHint")} rows={4} state={state} />
          </Section>
          <div className="form-actions">
            <Button>{t("workshops.attendance.save")}</Button>
            <ButtonLink look="outline-primary" to={paths.workshop(workshop.id)}>{t("web.form.cancel")}</ButtonLink>
          </div>
        </Form>
      ) : (
        list
      )}
    </>
  );
}
