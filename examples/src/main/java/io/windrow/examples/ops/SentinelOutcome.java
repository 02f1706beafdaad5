package io.windrow.examples.ops;

import io.windrow.examples.ops.json.JsonReader;
import io.windrow.metrics.watch.LeakSentinel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a sentinel has to say in the end. */
final class SentinelOutcome {

    private SentinelOutcome() {
    }

    static Outcome of(LeakSentinel sentinel, long samples, boolean stopped) {
        Verdict verdict = sentinel.findingCount() > 0 ? Verdict.FAIL : sentinel.isTargetReached() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        String why = switch (verdict) {
            case FAIL -> "a leak was found";
            case PASS -> "the target is reached";
            case INCONCLUSIVE -> stopped ? "stopped before the target" : "the time is over before the target";
        };
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("why", why);
        tree.put("samples", samples);
        tree.put("sentinel", tree(sentinel));
        return new Outcome(verdict, verdict + ": " + why + ", " + sentinel.status() + "\n", tree);
    }

    private static Map<String, Object> tree(LeakSentinel sentinel) {
        try {
            return JsonReader.object(sentinel.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
