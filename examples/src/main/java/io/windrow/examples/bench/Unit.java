package io.windrow.examples.bench;

/** What a row counts, and whether more of it is better. */
enum Unit {
    EVENTS_PER_SECOND("events/s", true),
    NANOS_PER_OP("ns/op", false),
    NANOS("ns", false),
    BYTES_PER_EVENT("B/event", false);

    private final String text;
    private final boolean moreIsBetter;

    Unit(String text, boolean moreIsBetter) {
        this.text = text;
        this.moreIsBetter = moreIsBetter;
    }

    /** What a row of this unit takes of what a run gave. */
    double of(Reading reading) {
        return this == BYTES_PER_EVENT ? reading.allocatedBytesPerOp() : reading.value();
    }

    /** How many times better Windrow is: above 1 whatever is counted. */
    double ratio(double windrow, double peer) {
        return moreIsBetter ? windrow / peer : peer / windrow;
    }

    @Override
    public String toString() {
        return text;
    }
}
