// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Select } from "~/ui";
import type { Filter } from "../list-contributions.server";

/** What is listed stays in the address, so that it can be sent to somebody. */
export function ContributionFilter({ filter, bodies }: { filter: Filter; bodies: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const rest = [...params].filter(([name]) => name !== "stato" && name !== "ente");
  return (
    <Form method="get" className="filters no-print" preventScrollReset>
      {rest.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select name="stato" label={t("contributions.ledger.state")} initial={filter.state} options={(["tutti", "aperti", "risposti"] as const).map((value) => ({ value, label: t(`contributions.ledger.states.${value}`) }))} />
      {bodies.length > 1 ? <Select name="ente" label={t("contributions.ledger.body")} initial={filter.body} empty={t("contributions.ledger.allBodies")} options={bodies.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      <Button look="outline-primary">{t("web.form.filter")}</Button>
    </Form>
  );
}
