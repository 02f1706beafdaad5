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

    /** How many times better Windrow is: above 1 whatever is counted. */
    double ratio(double windrow, double peer) {
        return moreIsBetter ? windrow / peer : peer / windrow;
    }

    @Override
    public String toString() {
        return text;
    }
}
