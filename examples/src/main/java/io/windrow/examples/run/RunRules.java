package io.windrow.examples.run;

/** Which settings go together. */
final class RunRules {

    private RunRules() {
    }

    static void check(RunSettings settings) {
        for (RunKey key : RunKey.values()) {
            checkFeed(settings, key);
        }
        checkReplay(settings);
        checkBatch(settings);
        boolean file = settings.is(RunKey.SINK, "file");
        require(file != settings.text(RunKey.SINK_FILE).isEmpty(), "sink-file must be set for sink=file and for no other", settings,
            RunKey.SINK_FILE, RunKey.SINK);
        require(!settings.text(RunKey.METRICS_HOST).isEmpty(), "metrics-host must be a name or an address", settings, RunKey.METRICS_HOST,
            RunKey.METRICS);
        checkQuotes(settings, "the strategy imbalance", RunKey.STRATEGIES, "imbalance");
        checkQuotes(settings, "contents with quotes", RunKey.CONTENTS, "quotes");
    }

    private static void checkQuotes(RunSettings settings, String what, RunKey key, String word) {
        if (settings.list(key).contains(word) && settings.sizes().quotes() == 0) {
            throw new IllegalArgumentException("quotes must be positive for " + what + ": quotes=0, " + key.key() + "="
                + settings.text(key));
        }
    }

    private static void checkFeed(RunSettings settings, RunKey key) {
        boolean fits = key.feed() == null || settings.is(RunKey.FEED, key.feed()) || settings.is(key, key.initial());
        require(fits, key.key() + " goes with feed=" + key.feed() + " only", settings, key, RunKey.FEED);
    }

    private static void checkReplay(RunSettings settings) {
        if (settings.is(RunKey.FEED, "replay")) {
            require(!settings.text(RunKey.FILES).isEmpty(), "files must be set for feed=replay", settings, RunKey.FILES, RunKey.FEED);
            require(settings.list(RunKey.FILES).size() >= settings.number(RunKey.PUBLISHERS), "publishers must not be more than files",
                settings, RunKey.PUBLISHERS, RunKey.FILES);
        } else {
            require(settings.number(RunKey.RATE) >= settings.number(RunKey.PUBLISHERS), "publishers must not be more than trades a second",
                settings, RunKey.PUBLISHERS, RunKey.RATE);
        }
    }

    private static void checkBatch(RunSettings settings) {
        long batch = settings.number(RunKey.BATCH);
        require(batch == 1 || settings.number(RunKey.PUBLISHERS) == 1, "batch must be 1 unless publishers=1", settings, RunKey.BATCH,
            RunKey.PUBLISHERS);
        require(batch == 1 || !settings.is(RunKey.BACKPRESSURE, "drop-oldest"), "batch must be 1 for backpressure=drop-oldest", settings,
            RunKey.BATCH, RunKey.BACKPRESSURE);
        if (batch > settings.sizes().ring()) {
            throw new IllegalArgumentException("batch must not be above ring: batch=" + batch + ", ring=" + settings.sizes().ring());
        }
    }

    private static void require(boolean holds, String rule, RunSettings settings, RunKey key, RunKey other) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + key.key() + "=" + settings.text(key) + ", " + other.key() + "="
                + settings.text(other));
        }
    }
}
