// Reads one sheet a line as JSON rows of raw contents, writes its values as JSON rows of texts.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { HyperFormula, DetailedCellError } = createRequire(process.cwd() + '/')('hyperformula');

// Settings under which HyperFormula's own guide says that it is closest to Excel.
const options = {
  licenseKey: 'gpl-v3',
  evaluateNullToZero: true,
  leapYear1900: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  localeLang: 'en-US',
  dateFormats: ['MM/DD/YYYY', 'YYYY-MM-DD'],
  currencySymbol: ['$'],
  functionArgSeparator: ',',
  arrayColumnSeparator: ',',
  arrayRowSeparator: ';',
  useArrayArithmetic: true,
  useWildcards: true,
  useRegularExpressions: false,
  matchWholeCell: true,
  caseSensitive: false,
  accentSensitive: true,
};

function told(value) {
  if (value === null) return '';
  if (value instanceof DetailedCellError) return value.value;
  if (typeof value === 'number') return 'n' + value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return 't' + value;
}

for await (const line of createInterface({ input: process.stdin })) {
  let values = [];
  try {
    const engine = HyperFormula.buildFromArray(JSON.parse(line), options);
    values = engine.getSheetValues(0).map((row) => row.map(told));
    engine.destroy();
  } catch (failed) {
    // One formula that it cannot stand (a text of a billion letters) ends the whole sheet.
    console.error(String(failed));
  }
  process.stdout.write(JSON.stringify(values) + '\n');
}
