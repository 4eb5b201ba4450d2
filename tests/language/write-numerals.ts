/** Writes numbers in Roman and Chinese numerals, by other means than they are read. */

/** Place by place from a table. */
export function writeRoman(value: number): string {
  const places = [
    ["", "M", "MM", "MMM"],
    ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"],
    ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"],
    ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"],
  ];
  return String(value)
    .padStart(4, "0")
    .split("")
    .map((digit, place) => places[place]?.[Number(digit)] ?? "")
    .join("");
}

/** From 1 to just below ten trillion. */
export function writeChinese(value: number, isFinancial: boolean): string {
  const digits = isFinancial ? "零壹贰叁肆伍陆柒捌玖" : "零一二三四五六七八九";
  const [ten, hundred, thousand] = isFinancial ? ["拾", "佰", "仟"] : ["十", "百", "千"];
  const powers = ["", "万", "亿"];
  const group = (part: number) =>
    String(part)
      .padStart(4, "0")
      .split("")
      .map((digit, at) =>
        digit === "0" ? "零" : `${digits[Number(digit)]}${[thousand, hundred, ten, ""][at]}`,
      )
      .join("")
      .replace(/零+$/, "");
  let rest = value;
  let written = "";
  for (let power = 0; rest > 0; power += 1, rest = Math.floor(rest / 10_000))
    if (rest % 10_000 > 0) written = `${group(rest % 10_000)}${powers[power]}${written}`;
  return written.replace(/零+/g, "零").replace(/^零/, "");
}
