// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Field, type FormState } from "~/ui";
import { MAX_MEGABYTES, takenTypes } from "~/web/files/examine-file";

const endings = [...new Set(Object.values(takenTypes))].map((ending) => `.${ending}`).join(",");

/** The choice of the file of an act, with what is taken; optional where the act can come later. */
export function ActField({ label, state, required = false, hint }: { label: string; state: FormState; required?: boolean; hint?: string }) {
  const { t } = useTranslation();
  const taken = t("registry.delegation.taken", { megabytes: MAX_MEGABYTES });
  return <Field name="file" type="file" accept={endings} label={label} hint={hint ? `${hint} ${taken}` : taken} state={state} required={required} />;
}
