// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Chip, DataTable, Empty, Facts, Section } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { translate } from "~/web/translate.server";
import { MeetingHeader } from "../meeting-header";
import { meetingHeaderData } from "../meeting-header.server";
import { meetingStyles } from "../parts/styles";
import { proofOf } from "./proof.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { header } = await meetingHeaderData(ctx, params.id ?? "");
  return { header, title: translate(ctx.locale, "meetings.proof.title"), calls: await proofOf(ctx, header.id) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

const tones = { sent: "success", waiting: "neutral", failed: "danger", nobody: "warning" } as const;

export default function ProofPage() {
  const { t } = useTranslation();
  const { header, title, calls } = useLoaderData<typeof loader>();
  return (
    <>
      <MeetingHeader header={header} active="meeting" page={title} />
      {calls.length === 0 ? <Empty>{t("meetings.proof.none")}</Empty> : null}
      {calls.map((call) => (
        <Section key={call.id} title={t(`meetings.proof.kind.${call.kind}`, { at: call.at })}>
          <Facts
            rows={[
              [t("meetings.proof.by"), call.by],
              [t("meetings.proof.notice"), t("meetings.proof.days", { count: call.freeDays, needed: call.neededDays })],
              [t("meetings.convene.urgentReason"), call.urgentReason],
              [t("meetings.correct.reason"), call.reason],
            ]}
          />
          <DataTable caption={t("meetings.proof.recipients")} head={[t("meetings.proof.body"), t("meetings.proof.person"), t("meetings.proof.letter")]}>
            {call.recipients.map((row) => (
              <tr key={row.id}>
                <td data-label={t("meetings.proof.body")}>{row.body} <EnrolmentChip body={row.standing} /></td>
                <td data-label={t("meetings.proof.person")}>{row.person ? `${row.person}${row.capacity === "deputy" ? ` (${t("tables.capacity.deputy")})` : ""}` : "—"}</td>
                <td data-label={t("meetings.proof.letter")}>
                  <Chip tone={tones[row.state]}>{t(`meetings.proof.state.${row.state}`)}</Chip> {row.when}
                </td>
              </tr>
            ))}
          </DataTable>
        </Section>
      ))}
    </>
  );
}
