// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import type { ListedVersion } from "./list-versions.server";

/** How a version is called: by its name, or by what made it. */
export function useVersionTitle(): (version: Pick<ListedVersion, "number" | "name" | "cause">) => string {
  const { t } = useTranslation();
  return ({ number, name, cause }) => (name ? t("documents.versions.titled", { number, name }) : t(`documents.versions.cause.${cause}`, { number }));
}

/** Who made it and why, who had written until then. */
export function VersionStory({ version }: { version: ListedVersion }) {
  const { t } = useTranslation();
  const { kind, by, reason, writers } = version;
  return (
    <>
      {kind === "automatic" ? null : <Chip tone={kind === "sealed" ? "success" : "primary"}>{t(`documents.versions.kind.${kind}`)}</Chip>}
      {by ? <p>{t(by.body ? "documents.versions.by" : "documents.versions.byPerson", { person: by.person, body: by.body ?? "" })}</p> : null}
      {reason ? <p>{t("documents.versions.because", { reason })}</p> : null}
      {writers.length > 0 ? <p className="muted">{t("documents.versions.writers", { bodies: writers.join(", ") })}</p> : null}
    </>
  );
}
