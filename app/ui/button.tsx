// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";

type Look = "primary" | "outline-primary" | "secondary" | "outline-secondary" | "danger" | "outline-danger" | "link";
type Common = { look?: Look; small?: boolean; children: ReactNode };

const classes = (look: Look, small: boolean | undefined, more = "") =>
  `btn btn-${look}${small ? " btn-sm" : ""} ${more}`.trim();

/** A button that sends its form, unless `type` says otherwise. One primary button per screen. */
export function Button({ look = "primary", small, className, ...rest }: Common & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" className={classes(look, small, className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ look = "primary", small, to, children, className }: Common & { to: string; className?: string }) {
  return (
    <Link to={to} className={classes(look, small, className)}>
      {children}
    </Link>
  );
}
