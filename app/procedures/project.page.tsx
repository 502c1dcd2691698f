// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DocumentText } from "~/documents";
import { ButtonLink } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { ApplicationFrame, StillToDo } from "./parts/application-frame";
import { viewApplication } from "./view-application.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const view = await viewApplication(ctx, params.id ?? "");
  return { view, title: `${translate(ctx.locale, "procedures.section.project")} · ${view.title}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Project() {
  const { view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <ApplicationFrame view={view} here="project">
      <p>{t(view.state === "draft" ? "procedures.project.lead" : "procedures.project.locked")}</p>
      <StillToDo view={view} section="project" />
      <p>
        <ButtonLink to={paths.document(view.documentId)} look={view.abilities.work.ok ? "primary" : "outline-primary"}>
          {t(view.abilities.work.ok ? "procedures.project.write" : "procedures.project.read")}
        </ButtonLink>
      </p>
      <div className="project-text">
        <DocumentText content={view.project as never} />
      </div>
    </ApplicationFrame>
  );
}
