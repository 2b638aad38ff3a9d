/** Hundredths of a currency with their thousands apart: `12,340.50`. */
export const amountText = (hundredths: bigint): string => {
  const whole = (hundredths / 100n).toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${whole}.${(hundredths % 100n).toString().padStart(2, '0')}`;
};
