// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Empty, Field, Section } from "~/ui";

type Then = { field: string; words: string; people: { affiliationId: string; personLabel: string; roleLabel: string; capacity: string; powers: string[] }[] };

/** "Who could speak for the body at that moment?", answered from the dates. */
export function WhoCould({ then, name }: { then: Then | null; name: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t("registry.people.then.title")} id="quando">
      <Form method="get" action="#quando" className="filters" key={then?.field}>
        <Field name="quando" type="datetime-local" label={t("registry.people.then.when")} initial={then?.field} required />
        <Button look="outline-primary">{t("registry.people.then.look")}</Button>
      </Form>
      {then ? <p role="status">{t("registry.people.then.on", { when: then.words, count: then.people.length })}</p> : null}
      {then && then.people.length === 0 ? <Empty>{t("registry.people.then.nobody", { name })}</Empty> : null}
      <ul className="plain-list">
        {then?.people.map((person) => (
          <li key={person.affiliationId}>
            <strong>{person.personLabel}</strong>, {person.roleLabel} ({t(`registry.capacity.${person.capacity}`)})
            <div className="muted">{person.powers.map((power) => t(`registry.power.${power}`)).join(", ")}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
