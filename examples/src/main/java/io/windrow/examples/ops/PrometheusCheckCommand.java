package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.ops.watched.HttpFetch;
import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.ops.watched.TargetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow prometheus-check}. */
@Command(name = "prometheus-check", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Check what an engine answers at /metrics.",
    description = {"", "The text format is read strictly: HELP and TYPE before the samples, legal names, no series twice, numbers, whole "
        + "histograms. The metrics that Windrow promises must be there, and no counter may be lower in a second scrape.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Example:", "  windrow prometheus-check --url http://127.0.0.1:8000"})
public final class PrometheusCheckCommand extends OpsCommand {

    @Option(names = "--url", paramLabel = "URL", defaultValue = TargetOptions.DEFAULT_URL,
        description = "The endpoint of an engine (default: ${DEFAULT-VALUE}).")
    private String url;

    @Option(names = "--answer-within", paramLabel = "TIME", defaultValue = "5s",
        description = "How long it may take for an answer (default: ${DEFAULT-VALUE}).")
    private String answerWithin;

    @Option(names = "--between", paramLabel = "TIME", defaultValue = "2s",
        description = "Time between the two scrapes (default: ${DEFAULT-VALUE}).")
    private String between;

    @Option(names = "--slowest", paramLabel = "TIME", defaultValue = "1s",
        description = "How long a scrape may take (default: ${DEFAULT-VALUE}).")
    private String slowest;

    /** Creates the command; its options are filled in by the command line. */
    public PrometheusCheckCommand() {
    }

    @Override
    Outcome execute(StopRequest stop) {
        HttpFetch fetch = new HttpFetch(url, TargetOptions.limitNanos(answerWithin));
        long pause = Spans.parse("between", between, 0, Spans.HOUR);
        long limit = Spans.parse("slowest", slowest, 1, Spans.HOUR);
        require(limit <= TargetOptions.limitNanos(answerWithin), "must not be longer than --answer-within", "slowest", slowest);
        HttpFetch.Answer first = fetch.get(ScrapeCheck.PATH);
        HttpFetch.Answer second = stop.await(pause) ? fetch.get(ScrapeCheck.PATH) : null;
        return new ScrapeCheck(first, second, limit).run().with("target", fetch.base());
    }
}
