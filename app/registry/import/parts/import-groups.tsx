// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox, Chip, Section } from "~/ui";
import { paths } from "~/web/paths";
import type { ImportPreview } from "../preview.server";

type Groups = NonNullable<ImportPreview["groups"]>;

/** What the list would add, change and mark as missing: each group is taken as a whole, less what is excluded line by line. */
export function ImportGroups({ groups }: { groups: Groups }) {
  const { t } = useTranslation();
  const { counts } = groups;
  return (
    <>
      <ul className="figures">
        {(["added", "changed", "missing", "same", "unclear"] as const).map((name) => (
          <li key={name}>{t(`registry.import.count.${name}`, { count: counts[name] })}</li>
        ))}
      </ul>
      <Group name="added" count={counts.added} shown={groups.added.length}>
        {groups.added.map(({ line, name, code, namesake, enrolment }) => (
          <Row key={line} value={String(line)} label={name}>
            {code} {enrolment && enrolment !== "enrolled" ? <Chip tone="danger">{t(`registry.enrolment.${enrolment}`)}</Chip> : null}
            {namesake ? (
              <>
                {" "}
                <Chip tone="warning">{t("registry.import.namesake")}</Chip> <Link to={paths.organisation(namesake.slug)}>{namesake.name}</Link>
              </>
            ) : null}
          </Row>
        ))}
      </Group>
      <Group name="changed" count={counts.changed} shown={groups.changed.length}>
        {groups.changed.map(({ id, name, slug, differences, enrolment }) => (
          <Row key={id} value={id} label={<Link to={paths.organisation(slug)}>{name}</Link>}>
            <ul className="plain-list">
              {differences.map(({ field, from, to }) => (
                <li key={field}>
                  {t(`registry.field.${field}`)}: <del>{from ?? t("registry.import.empty")}</del> → <ins>{to}</ins>
                </li>
              ))}
              {enrolment ? (
                <li>
                  {t("registry.enrolment.title")}: <del>{t(`registry.enrolment.${enrolment.from ?? "enrolled"}`)}</del> → <ins>{t(`registry.enrolment.${enrolment.to}`)}</ins>
                </li>
              ) : null}
            </ul>
          </Row>
        ))}
      </Group>
      <Group name="missing" count={counts.missing} shown={groups.missing.length}>
        {groups.missing.map(({ id, name, slug, fiscalCode }) => (
          <Row key={id} value={id} label={<Link to={paths.organisation(slug)}>{name}</Link>}>
            {fiscalCode}
          </Row>
        ))}
      </Group>
      {counts.unclear > 0 ? (
        <Section title={t("registry.import.group.unclear", { count: counts.unclear })}>
          <p>{t("registry.import.unclearLead")}</p>
          <ul>
            {groups.unclear.map(({ line, name, ipaCode }) => (
              <li key={line}>
                {name} <span className="muted">{ipaCode}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Group({ name, count, shown, children }: { name: "added" | "changed" | "missing"; count: number; shown: number; children: ReactNode }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Section title={t(`registry.import.group.${name}`, { count })}>
      <Checkbox name={name} label={t(`registry.import.take.${name}`, { count })} checked />
      <details open={count <= 20}>
        <summary>{t("registry.import.lookThrough", { count: shown })}</summary>
        {shown < count ? <p className="muted">{t("registry.import.more", { count: count - shown })}</p> : null}
        <ul className="plain-list">{children}</ul>
      </details>
    </Section>
  );
}

function Row({ value, label, children }: { value: string; label: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li>
      <strong>{label}</strong>
      <div>{children}</div>
      <Checkbox name="except[]" value={value} label={t("registry.import.except")} />
    </li>
  );
}
