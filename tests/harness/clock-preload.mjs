// SPDX-License-Identifier: AGPL-3.0-or-later
// For `startServer({ env: movingClock([...]) })`: the server lives at the first instant of CLOCK, and goes to the next one at each SIGUSR2. Its time flows.
const instants = (process.env.CLOCK ?? "").split(",").map((text) => Date.parse(text));
const RealDate = Date;
let offset = 0;

function goOn() {
  const instant = instants.shift();
  if (instant === undefined || Number.isNaN(instant)) return;
  offset = instant - RealDate.now();
  process.stdout.write(`the clock is at ${new RealDate(instant).toISOString()}\n`);
}

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...given);
  }
  static now() {
    return RealDate.now() + offset;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
};
process.on("SIGUSR2", goOn);
goOn();
