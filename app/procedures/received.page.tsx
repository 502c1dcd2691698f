// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { ButtonLink, Chip, DataTable, Empty, PageHeader } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { listReceived } from "./read-received.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { dossier, received } = await listReceived(ctx, params.id ?? "");
  return { title: translate(ctx.locale, "procedures.received.title"), id: dossier.procedure.id, name: dossier.procedure.title, state: dossier.state, received };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Received() {
  const { title, id, name, state, received } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const head = [t("procedures.received.lead"), t("procedures.received.application"), t("procedures.receipt.number"), t("procedures.receipt.receivedAt"), t("procedures.received.state")];
  return (
    <>
      <PageHeader
        title={title}
        lead={t("procedures.received.intro")}
        trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(id), label: name }]}
        actions={<ButtonLink look="outline-primary" to={paths.procedure(id)}>{t("procedures.received.back")}</ButtonLink>}
      />
      {state === "closed" && received.length > 0 ? <p>{t("procedures.received.openFirst")}</p> : null}
      {received.length === 0 ? <Empty>{t("procedures.received.none")}</Empty> : (
        <DataTable caption={title} head={head}>
          {received.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.leadName} <EnrolmentChip body={one.standing} /></th>
              <td data-label={head[1] as string}><Link to={paths.examineApplication(one.id)}>{one.title}</Link>{one.samePerson ? <div className="muted">{t("procedures.received.samePerson")}</div> : null}</td>
              <td data-label={head[2] as string}>{one.number}</td>
              <td data-label={head[3] as string}>{formatInstant(one.receivedAt, i18n.language as Locale)}</td>
              <td data-label={head[4] as string}>
                <Chip tone={one.state === "admitted" ? "success" : one.state === "excluded" ? "danger" : "warning"}>{t(`procedures.received.${one.state === "submitted" ? (one.opened ? "opened" : "toOpen") : one.state}`)}</Chip>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
