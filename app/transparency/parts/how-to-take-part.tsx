// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";

const readers = [
  { key: "body", to: paths.guide("ente") },
  { key: "district", to: paths.guide("ufficio") },
  { key: "citizen", to: paths.guide("cittadino") },
] as const;
const steps = ["one", "two", "three"] as const;

/** Three steps for a third-sector body, for a Municipio, for whoever just wants to know. */
export function HowToTakePart() {
  const { t } = useTranslation();
  return (
    <div className="card-grid three-cards">
      {readers.map(({ key, to }) => (
        <article key={key} className="concerto-card">
          <h3 className="card-heading">{t(`transparency.takePart.${key}.title`)}</h3>
          <ol className="card-content">
            {steps.map((step) => (
              <li key={step}>{t(`transparency.takePart.${key}.${step}`)}</li>
            ))}
          </ol>
          <p className="card-foot">
            <Link to={to}>{t(`transparency.takePart.${key}.guide`)}</Link>
          </p>
        </article>
      ))}
    </div>
  );
}
