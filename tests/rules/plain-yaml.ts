// SPDX-License-Identifier: AGPL-3.0-or-later
export type Yaml = string | Yaml[] | { [key: string]: Yaml };

/**
 * Reads the little of YAML that publiccode.yml uses: block maps and lists of scalars or maps, quoted and plain scalars,
 * folded text. Anything else throws, so that the file stays within what every parser understands.
 */
export function readPlainYaml(source: string): Yaml {
  const lines = source
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("#"))
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
  let at = 0;

  const scalar = (text: string): string => {
    if (/^".*"$/.test(text)) return JSON.parse(text) as string;
    if (/^[[{&*!|%@`'"]/.test(text) || /: |\s#/.test(text)) throw new Error(`Not plain YAML: ${text}`);
    return text;
  };
  const folded = (indent: number): string => {
    const words: string[] = [];
    while (at < lines.length && lines[at]!.indent > indent) words.push(lines[at++]!.text);
    return words.join(" ");
  };
  const value = (text: string, indent: number): Yaml => {
    if (text === ">") return folded(indent);
    if (text !== "") return scalar(text);
    const next = lines[at];
    if (!next || next.indent <= indent) throw new Error("A key without a value");
    return block(next.indent);
  };
  const block = (indent: number): Yaml => {
    const list: Yaml[] = [];
    const map: { [key: string]: Yaml } = {};
    while (at < lines.length && lines[at]!.indent === indent) {
      const line = lines[at]!;
      if (line.text.startsWith("- ")) {
        const rest = line.text.slice(2);
        if (/^[\w]+:( |$)/.test(rest)) {
          lines[at] = { indent: indent + 2, text: rest };
          list.push(block(indent + 2));
        } else {
          at++;
          list.push(scalar(rest));
        }
        continue;
      }
      const [, key, rest] = /^([\w]+):\s*(.*)$/.exec(line.text) ?? [];
      if (key === undefined) throw new Error(`Not plain YAML: ${line.text}`);
      if (key in map) throw new Error(`The key ${key} is there twice`);
      at++;
      map[key] = value(rest ?? "", indent);
    }
    return list.length > 0 ? list : map;
  };
  const result = block(0);
  if (at < lines.length) throw new Error(`Not plain YAML: ${lines[at]!.text}`);
  return result;
}
