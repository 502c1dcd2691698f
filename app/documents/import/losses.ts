// SPDX-License-Identifier: AGPL-3.0-or-later
import { strFromU8, unzipSync } from "fflate";
import { type Loss, losses } from "./reading";

/** Counts what could not be kept while a file is read. */
export class Lost {
  private readonly counted = new Map<Loss, number>();

  count(what: Loss, times = 1): void {
    if (times > 0) this.counted.set(what, (this.counted.get(what) ?? 0) + times);
  }

  list(): { what: Loss; count: number }[] {
    return losses.flatMap((what) => {
      const count = this.counted.get(what);
      return count ? [{ what, count }] : [];
    });
  }
}

/** What an office file holds that Pandoc does not even mention. Counted in its parts, by the marks of their formats. */
export function countHidden(lost: Lost, bytes: Uint8Array, format: "docx" | "odt"): void {
  const wanted = /^(word\/(document|comments|header\d*|footer\d*)\.xml|content\.xml|styles\.xml)$/;
  const parts = unzipSync(bytes, { filter: ({ name }) => wanted.test(name) });
  const times = (name: string, pattern: RegExp) => (parts[name] ? (strFromU8(parts[name]).match(pattern)?.length ?? 0) : 0);
  if (format === "odt") {
    lost.count("comments", times("content.xml", /<office:annotation[ >]/g));
    lost.count("tracked", times("content.xml", /<text:changed-region[ >]/g));
    lost.count("textBoxes", times("content.xml", /<draw:text-box[ >]/g));
    lost.count("charts", times("content.xml", /<draw:object[ >]/g));
    lost.count("pageFrame", times("styles.xml", /<style:(header|footer)>/g) > 0 ? 1 : 0);
    return;
  }
  lost.count("comments", times("word/comments.xml", /<w:comment /g));
  lost.count("tracked", times("word/document.xml", /<w:(ins|del|moveFrom|moveTo) /g));
  // Word writes each twice, for itself and for older programs
  lost.count("textBoxes", Math.ceil(times("word/document.xml", /<w:txbxContent>/g) / 2));
  lost.count("charts", times("word/document.xml", /<(c:chart|dgm:relIds) /g));
  const frames = Object.keys(parts).filter((name) => /header|footer/.test(name) && /<w:t[ >]/.test(strFromU8(parts[name]!)));
  lost.count("pageFrame", frames.length > 0 ? 1 : 0);
}
