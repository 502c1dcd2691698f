// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Facts, type FormState, PageHeader } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";

type Props = {
  invitation: {
    title: string; lead: string; body: string; invitedAt: Date; now: Date;
    procedure: { id: string; title: string; closesAt: Date | null; organisationName: string };
  };
  state: FormState;
};

/** What a body sees before it answers: who asks, for what, until when. Not the content of the application. */
export function Invitation({ invitation: { title, lead, body, invitedAt, procedure }, state }: Props) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return (
    <>
      <PageHeader title={title} lead={t("procedures.invite.lead", { lead, body })} trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(procedure.id), label: procedure.title }]} />
      <ErrorSummary state={state} />
      <Facts
        rows={[
          [t("procedures.invite.procedure"), <Link key="procedure" to={paths.procedure(procedure.id)}>{procedure.title}</Link>],
          [t("procedures.file.body"), procedure.organisationName],
          [t("procedures.invite.from"), lead],
          [t("procedures.invite.on"), formatInstant(invitedAt, locale)],
          [t("procedures.notice.closesAt"), procedure.closesAt ? formatInstant(procedure.closesAt, locale) : null],
        ]}
      />
      <p>{t("procedures.invite.explain")}</p>
      <Form method="post" className="form-actions">
        <Button name="step" value="accept">{t("procedures.invite.accept")}</Button>
        <Button name="step" value="decline" look="outline-primary">{t("procedures.invite.decline")}</Button>
      </Form>
    </>
  );
}
