/** Questions are typed in haste: "in october 2022". Gives the names of months their capital, so that dates are read. Pure. */

/** Names that are words too need a figure beside them. */
const MONTH =
  /\b(?:january|february|april|june|july|august|september|october|november|december)\b|\b(?:march|may)(?=\s+\d)|(?<=\d\s)(?:march|may)\b|(?<=\bin\s)(?:march|may)(?=[\s?!.]*$)/g;

/** `text` with months capitalised; of the same length. */
export function capitaliseMonths(text: string): string {
  return text.replace(MONTH, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}
