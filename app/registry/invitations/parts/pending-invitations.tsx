// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Section } from "~/ui";

type Row = { id: string; email: string; label: string | null; until: string | null; act: { to: string; description: string } | null };

/** The invitations sent and not accepted yet, each with the way to take it back. */
export function PendingInvitations({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Section title={t("identity.people.pending")}>
      <ul className="plain-list voice-list">
        {rows.map(({ id, email, label, until, act }) => (
          <li key={id}>
            <div>
              <strong>{email}</strong>
              <span className="voice-detail">
                {label} · {t("identity.people.pendingUntil", { until })}
              </span>
              {act ? (
                <span className="voice-detail">
                  {t("registry.delegation.withInvitation")}: <a href={act.to} download>{act.description}</a>
                </span>
              ) : null}
            </div>
            <Form method="post">
              <Button look="outline-danger" small name="withdraw" value={id} aria-label={t("identity.people.withdrawNamed", { email })}>
                {t("identity.people.withdraw")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
