// SPDX-License-Identifier: AGPL-3.0-or-later
import { isRouteErrorResponse, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isProblemShape } from "~/web/problem";

/** What a person sees when a page cannot be shown: what happened and where to go, never a stack. */
export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const shape = isRouteErrorResponse(error) && isProblemShape(error.data) ? error.data : null;
  const kind = shape?.kind ?? (isRouteErrorResponse(error) && error.status === 404 ? "missing" : "broken");
  return (
    <div className="problem-page">
      <h1>{t(`web.problem.title.${kind}`)}</h1>
      <p className="lead">{shape ? t(shape.because, shape.values) : t(`web.problem.${kind}`, { requestId: "—" })}</p>
      <p>
        <Link to="/">{t("web.problem.back")}</Link>
      </p>
    </div>
  );
}
