// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Button, Chip, DataTable, Field, type FormState, Section } from "~/ui";
import { writePercent } from "../shares";
import type { ApplicationView } from "../view-application.server";

type Partner = ApplicationView["partners"][number];

/** The bodies of an application, how each stands, and the way out for those who may leave or be taken out. */
export function PartnerList({ view, state }: { view: ApplicationView; state: FormState }) {
  const { t } = useTranslation();
  const { partners, procedure, own, abilities } = view;
  const mayRemove = (partner: Partner) =>
    partner.role === "partner" && (partner.state === "invited" || partner.state === "accepted") && (partner.id === own.id ? abilities.work.ok : abilities.lead.ok);
  const money = procedure.kind === "co_design";
  const head = [t("procedures.partners.body"), t("procedures.partners.state"), ...(money ? [t("procedures.partners.share")] : []), t("procedures.partners.confirmed"), <span key="do" className="visually-hidden">{t("procedures.partners.actions")}</span>];
  return (
    <DataTable caption={t("procedures.section.partners")} head={head}>
      {partners.map((partner) => (
        <tr key={partner.id}>
          <th scope="row">
            {partner.name} <EnrolmentChip body={partner.standing} />
            {partner.role === "lead" ? <span className="muted d-block">{t("procedures.partners.isLead")}</span> : null}
          </th>
          <td data-label={head[1] as string}>
            <Chip tone={partner.state === "accepted" ? "success" : partner.state === "invited" ? "warning" : "neutral"}>{t(`procedures.partners.${partner.state}`)}</Chip>
            {partner.leftReason ? <span className="muted d-block">{partner.leftReason}</span> : null}
          </td>
          {money ? <td data-label={t("procedures.partners.share")}>{partner.state === "accepted" && partner.share !== null ? `${writePercent(partner.share)} %` : "—"}</td> : null}
          <td data-label={t("procedures.partners.confirmed")}>{partner.state === "accepted" ? <Confirmed partner={partner} /> : "—"}</td>
          <td>{mayRemove(partner) ? <Leave partner={partner} self={partner.id === own.id} state={state} /> : null}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Whether the body stands behind its part as it is now. */
export function Confirmed({ partner }: { partner: Pick<Partner, "confirmed" | "confirmedAt"> }) {
  const { t } = useTranslation();
  if (partner.confirmed) return <Chip tone="success">{t("procedures.partners.yes")}</Chip>;
  return <Chip tone="warning">{t(partner.confirmedAt ? "procedures.partners.again" : "procedures.partners.notYet")}</Chip>;
}

function Leave({ partner, self, state }: { partner: Partner; self: boolean; state: FormState }) {
  const { t } = useTranslation();
  const name = `reason-${partner.id}`;
  return (
    <details open={state?.problem.fields?.[name] !== undefined}>
      <summary>{t(self ? "procedures.leave.self" : partner.state === "invited" ? "procedures.leave.invitation" : "procedures.leave.other")}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="partnerId" value={partner.id} />
        {self ? <input type="hidden" name="self" value="yes" /> : null}
        <Field name={name} label={t("procedures.leave.reason")} state={state} maxLength={300} required />
        <Button name="step" value="leave" look="outline-danger" small>{t("procedures.leave.do")}</Button>
      </Form>
    </details>
  );
}

/** Invites a body by name or fiscal code; the browser completes the names it may be. */
export function InviteForm({ bodies, state }: { bodies: string[]; state: FormState }) {
  const { t } = useTranslation();
  return (
    <Section title={t("procedures.invite.title")}>
      <Form method="post" className="concerto-form" noValidate>
        <Field name="body" label={t("procedures.invite.body")} hint={t("procedures.invite.bodyHint")} list="enti" autoComplete="off" state={state} required />
        <datalist id="enti">
          {bodies.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button name="step" value="invite" look="outline-primary">{t("procedures.invite.do")}</Button>
      </Form>
    </Section>
  );
}
