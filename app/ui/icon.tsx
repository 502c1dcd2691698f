// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, useContext } from "react";

/**
 * Address of the sprite of the Bootstrap Italia icons. The page gives it, so that components can also be loaded where
 * nobody bundles assets: the command line, the tests.
 */
export const SpriteContext = createContext("");

type Props = { name: string; className?: string; title?: string };

/** An icon of the Bootstrap Italia set by its name without "it-". Decorative unless it has a title. */
export function Icon({ name, className = "", title }: Props) {
  const sprite = useContext(SpriteContext);
  return (
    <svg className={`icon ${className}`} aria-hidden={title ? undefined : true} role={title ? "img" : undefined}>
      {title ? <title>{title}</title> : null}
      <use href={`${sprite}#it-${name}`} />
    </svg>
  );
}
