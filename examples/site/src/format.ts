/** Words for numbers and days, as a British reader writes them. */

export function day(instant: string): string {
  return new Date(instant).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

export function money(amount: number, currency: string): string {
  return amount.toLocaleString("en-GB", { style: "currency", currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 });
}

/** A change, with its sign: `+23%`. */
export function growth(percent: number): string {
  return `${percent.toLocaleString("en-GB", { signDisplay: "exceptZero" })}%`;
}

/** Weeks, months or years from one to another, both included: `3–7 years`. */
export function span(unit: string, from: number, to: number | null): string {
  if (to === null) return `${from}+ ${unit}`;
  return from === to ? `${from} ${unit}` : `${range(from, to)} ${unit}`;
}

/** From one number to another, never broken between lines: `6–9`. */
export function range(from: number, to: number): string {
  return `${from}\u2060–\u2060${to}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
