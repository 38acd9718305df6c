// A small curve of closing prices; the figures next to it say the same in numbers.
const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDE = 56;
const HIGH = 20;

export function spark(closes, kind) {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  for (const [name, value] of Object.entries({class: `spark ${kind}`, viewBox: `0 0 ${WIDE} ${HIGH}`, width: WIDE, height: HIGH, 'aria-hidden': 'true'})) svg.setAttribute(name, value);
  if (closes.length > 1) {
    const line = document.createElementNS(NAMESPACE, 'polyline');
    line.setAttribute('points', points(closes));
    svg.append(line);
  }
  return svg;
}

export function points(closes) {
  const lowest = Math.min(...closes);
  const span = Math.max(...closes) - lowest;
  return closes.map((close, i) => `${((i / (closes.length - 1)) * WIDE).toFixed(1)},${(span ? 1 + (1 - (close - lowest) / span) * (HIGH - 2) : HIGH / 2).toFixed(1)}`).join(' ');
}
