/** Chinese and Japanese numerals, everyday and financial. */

/** Digits and what they are worth. */
export const DIGITS: ReadonlyMap<string, number> = worth(
  "〇0 零0 一1 二2 三3 四4 五5 六6 七7 八8 九9 壹1 壱1 弌1 贰2 貳2 弐2 弍2 两2 兩2 叁3 參3 参3 弎3 肆4 伍5 陆6 陸6 柒7 漆7 捌8 玖9",
);
/** Powers within a group of four digits. */
export const SMALL_POWERS: ReadonlyMap<string, number> = worth(
  "十10 拾10 廿20 卅30 卌40 百100 佰100 千1000 仟1000",
);
/** Powers that close a group. */
export const GREAT_POWERS: ReadonlyMap<string, number> = worth(
  "万10000 萬10000 亿100000000 億100000000 兆1000000000000",
);
/** What things are counted by: before one of these a single digit is a number. */
export const COUNTERS =
  "个個名位人艘只隻条條年月日天号號小时時岁歲次件台辆輛元円圓本冊枚匹頭头回度米公吨噸国國";

function worth(list: string): ReadonlyMap<string, number> {
  return new Map(list.split(" ").map((pair) => [pair.charAt(0), Number(pair.slice(1))]));
}
