// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Empty, ErrorSummary, Field, type FormState, PageHeader, RadioGroup, Section, Select } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findOrganisation } from "../find-organisation.server";
import { keepContacts } from "../policy";
import { addContact, contactKinds, contactsOf, removeContact, visibilities } from "./contacts.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const body = await findOrganisation(ctx, params.slug ?? "");
  enforce(keepContacts(ctx.actor, body));
  return {
    title: translate(ctx.locale, "registry.contacts.titleOf", { name: body.name }),
    name: body.name,
    slug: body.slug,
    contacts: await contactsOf(ctx, body, true),
    kinds: [...contactKinds],
    visibilities: [...visibilities],
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  const removed = form.get("remove");
  if (typeof removed === "string") await removeContact(ctx, slug, removed);
  else await addContact(ctx, slug, form);
  return redirectWith(paths.organisationContacts(slug), removed ? "registry.contacts.removed" : "registry.contacts.added");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ContactsPage() {
  const { t } = useTranslation();
  const { name, slug, contacts, kinds, visibilities: levels } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const labels = { kind: t("registry.contacts.kind"), label: t("registry.contacts.label"), value: t("registry.contacts.value"), visibility: t("registry.contacts.visibility") };
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.organisation(slug), label: name },
  ];
  return (
    <>
      <PageHeader title={t("registry.contacts.title")} lead={t("registry.contacts.lead")} trail={trail} />
      {contacts.length === 0 ? <Empty>{t("registry.contacts.none")}</Empty> : null}
      <ul className="plain-list">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <strong>{contact.label}</strong> {contact.value} <Chip>{t(`registry.contacts.seen.${contact.visibility}`)}</Chip>
            <Form method="post">
              <Button name="remove" value={contact.id} look="outline-primary" aria-label={t("registry.contacts.removeOne", { label: contact.label })}>
                {t("registry.contacts.remove")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Section title={t("registry.contacts.add")}>
        <Form method="post" className="concerto-form" noValidate key={contacts.length}>
          <ErrorSummary state={state} labels={labels} />
          <Select name="kind" label={labels.kind} options={kinds.map((value) => ({ value, label: t(`registry.contacts.kinds.${value}`) }))} state={state} required />
          <Field name="label" label={labels.label} hint={t("registry.contacts.labelHint")} maxLength={80} state={state} required />
          <Field name="value" label={labels.value} maxLength={200} state={state} required />
          <RadioGroup name="visibility" legend={labels.visibility} initial="tables" options={levels.map((value) => ({ value, label: t(`registry.contacts.seen.${value}`) }))} state={state} />
          <div className="form-actions">
            <Button>{t("registry.contacts.add")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
