// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Facts, PageHeader, Section, Written } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { mappingFields } from "../mapping/mapping";
import { RuleList } from "../rules/parts/rule-list";
import { constitutionSheet } from "./constitution-sheet.server";

/** A page made to be printed, or made a document of. */
export const loader = load((ctx, { params }) => {
  signedIn(ctx);
  return constitutionSheet(ctx, params.slug ?? "");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ConstitutionPage() {
  const { t } = useTranslation();
  const { header, title, on, mapping, planAreas, owner, seats, rules, adopted } = useLoaderData<typeof loader>();
  const gap = <Chip tone="warning">{t("tables.constitution.toFill")}</Chip>;
  return (
    <>
      <PageHeader title={title} lead={t("tables.constitution.lead", { date: on })} trail={[{ to: paths.tables(), label: t("tables.title") }, { to: paths.table(header.slug), label: header.name }]} />
      <Section title={t("tables.constitution.what")}>
        <Facts
          rows={[
            [t("tables.form.name"), header.name],
            [t("tables.form.level"), t(`tables.level.${header.level}`)],
            [t("tables.side.owner"), owner ?? gap],
            [t("tables.side.plan"), planAreas.length > 0 ? planAreas.join(", ") : gap],
            ...mappingFields.map((field): [string, React.ReactNode] => [t(`tables.mapping.${field}`), mapping[field] ? <Written key={field}>{mapping[field]}</Written> : gap]),
          ]}
        />
      </Section>
      <Section title={t("tables.constitution.who", { count: seats.length })}>
        <ol>
          {seats.map((seat) => (
            <li key={seat.seatId}>
              {seat.name}, {t(`tables.role.${seat.role}`)}{seat.kind === "representation" ? "" : `, ${t(`tables.seatKind.${seat.kind}`)}`} <span className="muted">({seat.basis})</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("tables.tabs.rules")}>
        {adopted ? null : <p className="muted">{t("tables.constitution.customary")}</p>}
        <RuleList rules={rules} />
      </Section>
      <Section title={t("tables.constitution.decision")}>
        <p>{t("tables.constitution.decisionText", { table: header.name })}</p>
        <p>{t("tables.constitution.signature")}</p>
      </Section>
      {header.standing ? (
        <Form method="post" action={paths.constitutionDocument(header.slug)} className="form-actions no-print">
          <Button>{t("tables.constitution.asDocument")}</Button>
          <span className="muted">{t("tables.constitution.asDocumentHint")}</span>
        </Form>
      ) : null}
    </>
  );
}
