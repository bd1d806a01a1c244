import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Row } from './rows';

/** Prints every row that the benches reported as one table at the end. */
class TableReporter implements Reporter {
  private readonly rows: Row[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    console.log(`${result.status === 'passed' ? 'measured' : result.status}: ${test.title}`);
    for (const error of result.errors) console.log(error.message);
    for (const { type, description } of result.annotations) {
      if (type === 'bench' && description) this.rows.push(JSON.parse(description) as Row);
    }
  }

  onEnd(): void {
    const cells = this.rows.map((row) => [
      row.what,
      row.ours,
      row.against ?? '',
      row.ratio?.toFixed(2) ?? '',
      row.goal ?? '',
    ]);
    const table = [['what', 'Galley', 'against', 'ratio', 'goal'], ...cells];
    const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
    for (const line of table) console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
}

export default TableReporter;
