// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Budget, type BudgetTerms, budgetProblems, type CostLine, neededOwn, type ResourceClass, totalsOf } from "~/procedures/budget";
import { readRows } from "~/procedures/budget-form";

const terms: BudgetTerms = { publicCents: 30_000_000, coFinancing: null };
const cost = (amount: number, more: Partial<CostLine> = {}): CostLine => ({ partnerId: "a", action: "x", category: "STAFF", year: 2026, resourceClass: "PUBLIC_CASH", amount, ...more });
const mirror = (costs: CostLine[]): Budget => ({ costs, resources: costs.map(({ partnerId, resourceClass, year, amount }) => ({ partnerId, resourceClass, year, amount, source: "f" })) });
const kinds = (budget: Budget, asked = terms) => budgetProblems(budget, asked).map(({ kind }) => kind);

const anyLine = fc.record({
  partnerId: fc.constantFrom("a", "b", "c"), action: fc.constant("x"), category: fc.constant("STAFF" as const), year: fc.constantFrom(2026, 2027),
  resourceClass: fc.constantFrom<ResourceClass>("PUBLIC_CASH", "ETS_CASH", "ETS_IN_KIND", "THIRD_PARTY"), amount: fc.integer({ min: 1, max: 1_000_000 }),
});

describe("an economic plan", () => {
  test("whose resources mirror its costs holds, whatever the lines", () => {
    fc.assert(fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), (costs) => { expect(budgetProblems(mirror(costs), terms)).toEqual([]); }));
  });

  test("never holds when one amount moves by a cent, and says by how much", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), fc.nat(), fc.constantFrom(1, -1), (costs, which, step) => {
        const budget = mirror(costs);
        const line = budget.costs[which % costs.length]!;
        budget.costs[which % costs.length] = { ...line, amount: line.amount + step };
        const [first] = budgetProblems(budget, terms);
        expect(first).toEqual({ kind: "unbalanced", missing: step });
      }),
    );
  });

  test("adds up the same in any order and any grouping", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (costs) => {
        const totals = totalsOf({ costs, resources: [] });
        expect(totalsOf({ costs: [...costs].reverse(), resources: [] })).toEqual(totals);
        const sum = (group: object) => (Object.values(group) as { costs: number }[]).reduce((all, one) => all + one.costs, 0);
        for (const group of [totals.byClass, totals.byPartner, totals.byYear]) expect(sum(group)).toBe(totals.costs);
      }),
    );
  });

  test("that balances overall but not for each body does not hold", () => {
    const budget: Budget = { costs: [cost(100), cost(100, { partnerId: "b" })], resources: [{ partnerId: "a", resourceClass: "PUBLIC_CASH", source: "", year: 2026, amount: 200 }] };
    expect(kinds(budget)).toEqual(["unbalancedPartner", "unbalancedPartner"]);
  });

  test("asks for no more than the notice gives", () => {
    expect(budgetProblems(mirror([cost(30_000_001)]), terms)).toEqual([{ kind: "abovePublic", by: 1, limit: 30_000_000 }]);
  });

  test("one cent short: 300.000 and 30.000 against 329.999,99", () => {
    const budget = mirror([cost(30_000_000), cost(3_000_000, { resourceClass: "ETS_CASH" })]);
    budget.costs[1] = { ...budget.costs[1]!, amount: 2_999_999 };
    expect(budgetProblems(budget, terms)[0]).toEqual({ kind: "unbalanced", missing: -1 });
  });

  test("brings its part: 30.000 are enough on the public resources, not on the total cost", () => {
    const budget = mirror([cost(30_000_000), cost(3_000_000, { resourceClass: "ETS_CASH" })]);
    expect(kinds(budget, { ...terms, coFinancing: { minShare: 1000, base: "PUBLIC_RESOURCES" } })).toEqual([]);
    expect(budgetProblems(budget, { ...terms, coFinancing: { minShare: 1000, base: "TOTAL_COST" } })).toEqual([{ kind: "coFinancingShort", own: 3_000_000, needed: 3_333_334 }]);
  });

  test("what is needed on the total cost is the least that reaches the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 1, max: 9_000 }), (given, minShare) => {
        const own = neededOwn({ given, minShare, base: "TOTAL_COST" });
        const reaches = (brought: number) => BigInt(brought) * 10_000n >= BigInt(given + brought) * BigInt(minShare);
        expect(reaches(own)).toBe(true);
        expect(reaches(own - 1)).toBe(false);
      }),
    );
  });

  test("never pays for volunteers' time", () => {
    expect(kinds(mirror([cost(500, { category: "VOLUNTEER_WORK" })]))).toEqual(["volunteersPaid"]);
    expect(kinds(mirror([cost(500, { resourceClass: "ETS_VOLUNTEER" })]))).toEqual(["volunteersPaid"]);
    expect(kinds(mirror([cost(500, { category: "VOLUNTEER_WORK", resourceClass: "ETS_VOLUNTEER" })]))).toEqual([]);
  });
});

describe("the grid of the plan", () => {
  test("drops rows that nobody filled in and names every cell that is not good", () => {
    const blank = { partner: "a", action: "", category: "STAFF", year: "", class: "PUBLIC_CASH", amount: "" };
    const { budget, fields } = readRows({ costs: [blank, { ...blank, action: "Portineria", amount: "12.34", year: "26" }, { ...blank, partner: "z", action: "X", year: "2026", amount: "1" }], resources: [] }, ["a"]);
    expect(budget.costs).toHaveLength(2);
    expect(fields).toEqual({ "cost-amount-1": "procedures.notAnAmount", "cost-year-1": "procedures.notAYear", "cost-partner-2": "procedures.budget.choosePartner" });
  });
});
