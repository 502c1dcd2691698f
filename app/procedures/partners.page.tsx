// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { answerInvitation } from "./answer-invitation.server";
import { bodiesToInvite } from "./bodies-to-invite.server";
import { findInvitation } from "./application-rows.server";
import { invitePartner } from "./invite-partner.server";
import { leaveApplication } from "./leave-application.server";
import { ApplicationFrame, StillToDo } from "./parts/application-frame";
import { Invitation } from "./parts/invitation";
import { InviteForm, PartnerList } from "./parts/partner-list";
import { viewApplication } from "./view-application.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  const invited = await findInvitation(ctx, id);
  if (invited) {
    const { application, dossier, partners, own } = invited;
    const { procedure } = dossier;
    return {
      view: null,
      invitation: {
        title: application.title, lead: partners.find(({ role }) => role === "lead")?.name ?? "", body: own.name, invitedAt: own.invitedAt, now: ctx.now,
        procedure: { id: procedure.id, title: procedure.title, closesAt: procedure.closesAt, organisationName: dossier.organisationName },
      },
      bodies: [],
    };
  }
  const view = await viewApplication(ctx, id);
  return { view, invitation: null, bodies: view.abilities.lead.ok ? await bodiesToInvite(ctx, id) : [] };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const applicationId = params.id ?? "";
  const step = form.get("step");
  const text = (name: string) => String(form.get(name) ?? "");
  if (step === "accept" || step === "decline") {
    await answerInvitation(ctx, { applicationId, accept: step === "accept" });
    return redirectWith(step === "accept" ? paths.application(applicationId) : paths.procedures(), `procedures.invite.${step === "accept" ? "accepted" : "declined"}`);
  }
  if (step === "invite") await invitePartner(ctx, { applicationId, body: text("body") });
  else if (step === "leave") await leaveApplication(ctx, { applicationId, partnerId: text("partnerId"), reason: text(`reason-${text("partnerId")}`) });
  else throw problem("invalid");
  const left = step === "leave" && text("self") === "yes";
  return redirectWith(left ? paths.procedures() : paths.application(applicationId), step === "invite" ? "procedures.invite.done" : "procedures.leave.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view?.title ?? data?.invitation?.title} · Concerto` }];

export default function Partners() {
  const { view, invitation, bodies } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  if (invitation) return <Invitation invitation={invitation} state={state} />;
  if (!view) return null;
  const labels = { body: t("procedures.invite.body") };
  return (
    <ApplicationFrame view={view} here="partners">
      <ErrorSummary state={state} labels={labels} />
      <p>{t("procedures.partners.lead")}</p>
      <StillToDo view={view} section="partners" />
      <PartnerList view={view} state={state} />
      {view.abilities.lead.ok && view.abilities.open.ok ? <InviteForm bodies={bodies} state={state} /> : null}
    </ApplicationFrame>
  );
}
