/** How sure an answer is, in three words for people instead of a number. */

export function confidenceInWords(confidence: number): "high" | "fair" | "low" {
  if (confidence >= 0.8) return "high";
  return confidence >= 0.6 ? "fair" : "low";
}
