// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Section } from "~/ui";
import { paths } from "~/web/paths";

type Tie = { name: string; slug: string };

/** To which networks a body belongs, and for which bodies a network speaks. */
export function NetworkOfBody({ slug, network, mayKeep }: { slug: string; network: { is: boolean; members: Tie[]; of: Tie[] }; mayKeep: boolean }) {
  const { t } = useTranslation();
  if (!network.is && network.of.length === 0) return null;
  return (
    <>
      {network.of.length > 0 ? (
        <Section title={t("registry.networks.belongs")}>
          <Ties ties={network.of} />
        </Section>
      ) : null}
      {network.is ? (
        <Section title={t("registry.networks.members")} actions={<Link to={paths.organisationNetworks(slug)}>{t(mayKeep ? "registry.networks.manage" : "registry.networks.all")}</Link>}>
          {network.members.length === 0 ? <p className="muted">{t("registry.networks.none")}</p> : <Ties ties={network.members.slice(0, 20)} />}
        </Section>
      ) : null}
    </>
  );
}

function Ties({ ties }: { ties: Tie[] }) {
  return (
    <ul>
      {ties.map(({ name, slug }) => (
        <li key={slug}>
          <Link to={paths.organisation(slug)}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

type Contact = { id: string; kind: string; label: string; value: string };

/** How the body is reached, as far as the viewer may know. */
export function ContactsOfBody({ slug, contacts, mayKeep }: { slug: string; contacts: Contact[]; mayKeep: boolean }) {
  const { t } = useTranslation();
  if (contacts.length === 0 && !mayKeep) return null;
  const address = ({ kind, value }: Contact) => (kind === "email" ? `mailto:${value}` : kind === "phone" ? `tel:${value.replace(/[^\d+]/g, "")}` : value);
  return (
    <Section title={t("registry.contacts.title")} actions={mayKeep ? <Link to={paths.organisationContacts(slug)}>{t("registry.contacts.manage")}</Link> : null}>
      {contacts.length === 0 ? <p className="muted">{t("registry.contacts.none")}</p> : null}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            {contact.label}: <a href={address(contact)} rel="noopener noreferrer">{contact.value}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Check = { id: string; on: string; outcome: string; since: string | null; note: string | null; by: string };

/** Each time somebody looked how the body stands in the RUNTS. For the registry and the body itself. */
export function ChecksOfBody({ checks }: { checks: Check[] }) {
  const { t } = useTranslation();
  if (checks.length === 0) return null;
  return (
    <Section title={t("registry.checks.history")}>
      <ul className="plain-list">
        {checks.map((check) => (
          <li key={check.id}>
            {check.on} <Chip tone={check.outcome === "enrolled" ? "success" : check.outcome === "pending" ? "warning" : "danger"}>{t(`registry.enrolment.${check.outcome}`)}</Chip>{" "}
            {check.since ? t("registry.enrolment.from", { date: check.since }) : ""}
            <div className="muted">
              {check.by}
              {check.note ? ` · ${check.note}` : ""}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
