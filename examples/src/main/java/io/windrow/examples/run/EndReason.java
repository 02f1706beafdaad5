package io.windrow.examples.run;

/** Why an engine stops. */
enum EndReason {
    SIGNAL("told to stop"),
    DATA("the data is at its end"),
    DURATION("the time is up"),
    FAULT("a fault has stopped the pipeline"),
    FEED("a feed has failed");

    private final String words;

    EndReason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
