// Saves rows as a CSV file.
import {el} from './dom.js';

function cell(value) {
  const text = String(value ?? '');
  // A sheet would take these beginnings for a formula.
  const safe = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveCsv(name, columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  const url = URL.createObjectURL(new Blob([lines.map((line) => line.map(cell).join(',')).join('\n') + '\n'], {type: 'text/csv'}));
  el('a', {href: url, download: `${name}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.csv`}).click();
  URL.revokeObjectURL(url);
}
