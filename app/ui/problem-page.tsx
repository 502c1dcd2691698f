// SPDX-License-Identifier: AGPL-3.0-or-later
import { isRouteErrorResponse, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isProblemShape } from "~/web/problem";

/** What a person sees when a page cannot be shown: what happened and where to go, never a stack. */
export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const shape = shapeOf(error);
  return (
    <div className="problem-page">
      <h1>{t(problemTitle(error))}</h1>
      <p className="lead">{shape ? t(shape.because, shape.values) : t(`web.problem.${kindOf(error)}`, { requestId: "—" })}</p>
      <p>
        <Link to="/">{t("web.problem.back")}</Link>
      </p>
    </div>
  );
}

/** Key of the sentence that names what went wrong, for the heading and the title of the page. */
export function problemTitle(error: unknown): string {
  return `web.problem.title.${kindOf(error)}`;
}

function kindOf(error: unknown) {
  return shapeOf(error)?.kind ?? (isRouteErrorResponse(error) && error.status === 404 ? "missing" : "broken");
}

function shapeOf(error: unknown) {
  return isRouteErrorResponse(error) && isProblemShape(error.data) ? error.data : null;
}
