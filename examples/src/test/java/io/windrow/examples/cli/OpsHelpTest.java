package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that watch: their help, and calls that are wrong. */
class OpsHelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"mem-snapshot", "mem-baseline", "mem-baseline capture", "mem-baseline compare", "mem-health", "gc-profile",
        "leak-sentinel", "watchdog", "health", "prometheus-check", "assert-p95", "regression-gate", "canary-status", "validate"})
    void shouldShowAnExampleAndTheExitCodes(String command) {
        CommandLineRun run = CommandLineRun.here((command + " --help").split(" "));
        assertThat(run.exit).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out).contains("Example", "  windrow " + command, "Exit codes: 0 good, 1 the check found something");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mem-snapshot", "mem-baseline compare", "mem-health", "gc-profile", "leak-sentinel", "watchdog", "health",
        "assert-p95", "regression-gate", "validate"})
    void shouldTakeAProcessOrAnAddress(String command) {
        CommandLineRun run = CommandLineRun.here((command + " --help").split(" "));
        assertThat(run.out).contains("--pid=PID", "--url=URL", "--json=FILE");
    }

    @Test
    void shouldBeListedInTheHelpOfAll() {
        assertThat(CommandLineRun.here("--help").out).contains("mem-snapshot", "mem-baseline", "mem-health", "gc-profile", "leak-sentinel",
            "watchdog", "health", "prometheus-check", "assert-p95", "regression-gate", "canary-status", "validate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "health --pid 1 --url http://localhost|one of --pid and --url, not both: pid=1|health",
        "health --pid 0|pid must be positive: pid=0|health",
        "health --pid engine|Invalid value for option '--pid': 'engine' is not a long|health",
        "health --url ftp://localhost|url must be such as http://127.0.0.1:8000: url=ftp://localhost|health",
        "health --url localhost:8000|url must be such as http://127.0.0.1:8000: url=localhost:8000|health",
        "health --json no/such/file.json|a file in a folder that exists is needed: json=no/such/file.json|health",
        "health --daily no/such|a file in a folder that exists is needed: daily=no/such/health-DATE.json|health",
        "health --answer-within 0s|time must be 1ms to 600s: answer-within=0s|health",
        "mem-health --for 2h|time must be 0s to 1h: for=2h|mem-health",
        "mem-health --for soon|for must be up to 9 digits and a unit, such as 250ms, 2s or 1m: for=soon|mem-health",
        "mem-health --limit heap=1|unknown figure (such as residentBytes, openFiles, stopP95Seconds): figure=heap|mem-health",
        "mem-health --limit residentBytes=1XB|size must be digits and a unit, such as 256MB or 1GiB: size=1XB|mem-health",
        "assert-p95 --max stop=fast|max must be up to 9 digits and a unit, such as 250ms, 2s or 1m: max=fast|assert-p95",
        "assert-p95 --events 0|events must be positive: events=0|assert-p95",
        "leak-sentinel --target-hours 0|hours must be positive: target-hours=0|leak-sentinel",
        "watchdog|Missing required option: '--when=RULE'|watchdog",
        "watchdog --when openFiles>1 --snapshots no/such|a folder that exists is needed: snapshots=no/such|watchdog",
        "watchdog --when openFiles>1 --webhook secret|webhook must be an address of http or https: webhook=(not shown)|watchdog",
        "mem-baseline|capture or compare is needed|mem-baseline",
        "mem-baseline capture|Missing required option: '--out=FILE'|mem-baseline capture",
        "mem-baseline compare --against no.baseline --threshold ten|percent must be a number: threshold=ten|mem-baseline compare",
        "canary-status --stable 1 --canary 1|two targets are needed, not one: canary=1|canary-status",
        "canary-status --stable 0 --canary 1|pid must be positive: stable=0|canary-status",
        "prometheus-check --slowest 1m|must not be longer than --answer-within: slowest=1m|prometheus-check",
        "mem-snapshot --compare no.json|no snapshot (no such file): file=no.json|mem-snapshot",
        "mem-snapshot --url http://127.0.0.1:1 --gc|a collection needs --pid: url=http://127.0.0.1:1|mem-snapshot",
        "mem-snapshot --url http://127.0.0.1:1 --sites 5s|allocation sites need --pid: url=http://127.0.0.1:1|mem-snapshot"})
    void shouldRefuseAWrongCallInOneSentence(String call, String message, String command) {
        CommandLineRun run = CommandLineRun.here(call.split(" "));
        assertThat(run.exit).as(run.err).isEqualTo(2);
        assertThat(run.err.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", "DATE").lines()).containsExactly("windrow: " + message,
            "Help: windrow " + command + " --help");
        assertThat(run.out).isEmpty();
    }
}
