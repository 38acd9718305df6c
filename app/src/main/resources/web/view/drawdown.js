// How far the equity stands below its highest value before, in per cent.
export function drawdown(points) {
  let peak = -Infinity;
  return points.map(({at, equity}) => {
    peak = Math.max(peak, Number(equity));
    return {at, value: peak > 0 ? (Number(equity) / peak - 1) * 100 : 0};
  });
}

export const deepest = (points) => `${Math.max(0, ...drawdown(points).map(({value}) => -value)).toFixed(2)} %`;
