// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, Chip } from "~/ui";

export type ShownRequest = {
  motivation: string;
  outcome: "accepted" | "refused" | "withdrawn" | null;
  reason: string | null;
  askedBy: string;
  asked: string;
  answered: string | null;
};

const tones = { accepted: "success", refused: "danger", withdrawn: "neutral" } as const;

/** A request to join: what it says, how it was answered and why. `title` names the body where several are listed. */
export function RequestCard({ request, title, to, children }: { request: ShownRequest; title?: string; to?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const { outcome } = request;
  return (
    <Card
      title={title ?? t("tables.join.askedOn", { date: request.asked })}
      {...(to ? { to } : {})}
      kicker={title ? t("tables.join.askedOnBy", { date: request.asked, person: request.askedBy }) : t("tables.join.askedBy", { person: request.askedBy })}
      footer={children}
    >
      <p className="typed-text">{request.motivation}</p>
      <p>
        <Chip tone={outcome ? tones[outcome] : "warning"}>{t(`tables.join.outcome.${outcome ?? "open"}`)}</Chip> {request.answered ? <span className="muted">{request.answered}</span> : null}
      </p>
      {request.reason ? (
        <p className="typed-text">
          <strong>{t("tables.reason")}:</strong> {request.reason}
        </p>
      ) : null}
    </Card>
  );
}
