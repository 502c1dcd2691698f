// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Section } from "~/ui";
import { paths } from "~/web/paths";
import type { NeighbourhoodPreview } from "../import-neighbourhoods.server";

/** What a list of neighbourhoods would change, group by group, and the button that changes it. */
export function NeighbourhoodDifferences({ preview: { rows, refused, changes } }: { preview: NeighbourhoodPreview }) {
  const { t } = useTranslation();
  const place = ({ name, code, district }: { name: string; code: string | null; district: number }) => `${code ? `${code} · ` : ""}${name} (${t("registry.district", { number: district })})`;
  const something = changes.added.length + changes.changed.length > 0;
  return (
    <Section title={t("liaison.nilList.differences")}>
      <Group title={t("liaison.nilList.added", { count: changes.added.length })} lines={changes.added.map(place)} />
      <Group title={t("liaison.nilList.changed", { count: changes.changed.length })} lines={changes.changed.map(({ before, after }) => `${place(before)} → ${place(after)}`)} />
      <Group title={t("liaison.nilList.elsewhere", { count: changes.elsewhere.length })} lines={changes.elsewhere.map(({ before, after }) => `${place(before)} → ${place(after)}`)} />
      <Group title={t("liaison.nilList.absent", { count: changes.absent.length })} lines={changes.absent.map(place)} />
      <Group title={t("liaison.nilList.refusedTitle", { count: refused.length })} lines={refused.map(({ line, text, because }) => `${t("liaison.nilList.line", { line })} ${text}: ${t(because)}`)} />
      <p>{t("liaison.nilList.same", { count: changes.same })}</p>
      {something ? (
        <Form method="post" className="form-actions">
          <input type="hidden" name="rows" value={JSON.stringify(rows)} />
          <Button name="do" value="confirm">{t("liaison.nilList.confirm")}</Button>
          <ButtonLink look="outline-primary" to={paths.neighbourhoods()}>{t("web.form.cancel")}</ButtonLink>
        </Form>
      ) : (
        <Callout>{t("liaison.nilList.nothing")}</Callout>
      )}
    </Section>
  );
}

function Group({ title, lines }: { title: ReactNode; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <details open={lines.length <= 12}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
