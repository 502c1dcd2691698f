// SPDX-License-Identifier: AGPL-3.0-or-later
import sprite from "bootstrap-italia/dist/svg/sprites.svg?no-inline";

type Props = { name: string; className?: string; title?: string };

/** An icon of the Bootstrap Italia set by its name without "it-". Decorative unless it has a title. */
export function Icon({ name, className = "", title }: Props) {
  return (
    <svg className={`icon ${className}`} aria-hidden={title ? undefined : true} role={title ? "img" : undefined}>
      {title ? <title>{title}</title> : null}
      <use href={`${sprite}#it-${name}`} />
    </svg>
  );
}
