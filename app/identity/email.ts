// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

/** How an address is compared and stored. */
export const normalEmail = (typed: string) => typed.trim().normalize("NFC").toLowerCase();

/** An e-mail address as typed in a form. */
export const EmailAddress = z
  .string("web.field.required")
  .transform(normalEmail)
  .pipe(z.string().min(1, "web.field.required").max(254, "web.field.tooLong").pipe(z.email("web.field.email")));
