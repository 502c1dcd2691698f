// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Facts } from "~/ui";
import { load } from "~/web/guard.server";
import { MeetingHeader } from "./meeting-header";
import { meetingHeaderData } from "./meeting-header.server";
import { meetingStyles } from "./parts/styles";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  return { header, link: found.inside ? found.meeting.link : null, note: found.inside ? found.meeting.note : null };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.header.title ?? ""} · Concerto` }];

export default function MeetingPage() {
  const { t } = useTranslation();
  const { header, link, note } = useLoaderData<typeof loader>();
  return (
    <>
      <MeetingHeader header={header} active="meeting" />
      <Facts
        rows={[
          [t("meetings.when.label"), `${header.date}, ${t("meetings.fromTo", { from: header.from, until: header.until })}`],
          [t("meetings.mode.label"), t(`meetings.mode.${header.mode}`)],
          [t("meetings.place.label"), header.place],
          [t("meetings.link.label"), link ? <a href={link}>{link}</a> : null],
          [t("meetings.note.label"), note],
        ]}
      />
    </>
  );
}
