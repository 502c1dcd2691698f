// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip } from "~/ui";

type Shown = { id: string; holder: "body" | "person"; person: string; what: string; from: string; to?: string | null };

/** Interests as they were declared, with whose they are and their dates. */
export function InterestList({ interests, mayEnd = false }: { interests: Shown[]; mayEnd?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {interests.map(({ id, holder, person, what, from, to }) => (
        <li key={id}>
          {what} {to ? <Chip>{t("registry.interests.over")}</Chip> : null}
          <div className="muted">
            {t(`registry.interests.of.${holder}`, { person })} · {to ? t("registry.people.fromTo", { from, to }) : t("registry.people.from", { from })}
          </div>
          {mayEnd && !to ? (
            <Form method="post">
              <Button name="end" value={id} look="outline-primary" small aria-label={`${t("registry.interests.end")}: ${what.slice(0, 60)}`}>
                {t("registry.interests.end")}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
