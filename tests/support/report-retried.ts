import type { Reporter, TestModule } from 'vitest/node';

/** Lists the tests that passed only when they were run again: each is a race to be found, in the test or in the product. */
export default class ReportRetried implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const retried = modules.flatMap((module) =>
      [...module.children.allTests('passed')].filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0),
    );
    for (const test of retried) {
      console.log(`passed only when run again: ${test.module.relativeModuleId} > ${test.fullName}`);
      for (const { message } of test.result().errors ?? []) console.log(`  before that: ${message}`);
    }
  }
}
