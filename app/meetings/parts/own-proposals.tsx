// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Section } from "~/ui";
import { DocumentLinks } from "./document-links";

type Own = { id: string; title: string; outcome: "accepted" | "declined" | "withdrawn" | null; reason: string | null; documents: { id: string; title: string }[] };
const tones = { accepted: "success", declined: "warning", withdrawn: "neutral" } as const;

/** What the viewer's body asked to put on the agenda, and what was answered. */
export function OwnProposals({ proposals }: { proposals: Own[] }) {
  const { t } = useTranslation();
  if (proposals.length === 0) return null;
  return (
    <Section title={t("meetings.propose.own")}>
      <ul className="plain-list">
        {proposals.map(({ id, title, outcome, reason, documents }) => (
          <li key={id}>
            {title} <Chip tone={outcome ? tones[outcome] : "primary"}>{t(`meetings.propose.state.${outcome ?? "waiting"}`)}</Chip>
            <DocumentLinks documents={documents} />
            {reason ? <p className="muted mb-0">{reason}</p> : null}
            {outcome === null ? (
              <Form method="post" className="row-actions">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="proposalId" value={id} />
                <Button look="link" small>{t("meetings.propose.withdraw")}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
