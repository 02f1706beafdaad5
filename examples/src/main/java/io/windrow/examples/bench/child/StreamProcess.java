package io.windrow.examples.bench.child;

import io.windrow.examples.prove.child.ParentWatch;
import io.windrow.metrics.AllocationProbe;
import org.HdrHistogram.Histogram;

/**
 * The JVM of one run of a stream. Prints a line {@code name=value} for each figure, after the result was verified; ends with 1 and one line
 * of text if it is wrong.
 */
public final class StreamProcess {

    private static final double SECOND_NANOS = 1e9;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final StreamSpec spec;
    private final Tape tape = new Tape();
    private final LatencyProbe probe;
    private final StreamSide side;

    private StreamProcess(StreamSpec spec) {
        this.spec = spec;
        probe = spec.rate() == 0 ? null : new LatencyProbe();
        side = spec.open(tape, probe);
    }

    /**
     * Runs a stream.
     *
     * @param args a {@link StreamSpec}.
     */
    public static void main(String[] args) {
        ParentWatch.begin();
        try {
            new StreamProcess(StreamSpec.of(args)).run();
        } catch (RuntimeException e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void run() {
        try (StreamSide open = side) {
            open.start();
            if (probe == null) {
                flatOut();
            } else {
                paced();
            }
            open.verify(tape, spec.total());
        }
    }

    private void flatOut() {
        Allocated allocated = new Allocated(side.consumer());
        side.play(tape, 0, spec.warmUp());
        side.awaitDrained();
        allocated.mark();
        long start = System.nanoTime();
        side.play(tape, spec.warmUp(), spec.warmUp() + spec.events());
        side.awaitDrained();
        long nanos = System.nanoTime() - start;
        print("allocatedBytes", allocated.bytes() / (double) spec.events());
        print("perSecond", spec.events() * SECOND_NANOS / nanos);
    }

    /** After the warm-up a second to settle. The time an event is due does not move when the side is slow. */
    private void paced() {
        Allocated allocated = new Allocated(side.consumer());
        probe.schedule(0, 0, spec.warmUp());
        tape.play(0, spec.warmUp(), side);
        side.awaitDrained();
        long measured = spec.total() - spec.events();
        long period = Math.round(SECOND_NANOS / spec.rate());
        long due = System.nanoTime() + period;
        probe.schedule(due, period, measured - spec.warmUp());
        for (long n = spec.warmUp(); n < spec.total(); n++, due += period) {
            if (n == measured) {
                allocated.mark();
            }
            while (System.nanoTime() - due < 0) {
                Thread.onSpinWait();
            }
            tape.play(n, side);
        }
        side.awaitDrained();
        print("allocatedBytes", allocated.bytes() / (double) spec.events());
        printLatency(probe.histogram());
    }

    private void printLatency(Histogram histogram) {
        if (histogram.getTotalCount() != spec.events()) {
            throw new IllegalStateException(
                "each event must be timed: events=" + spec.events() + ", timed=" + histogram.getTotalCount());
        }
        for (double percentile : PERCENTILES) {
            print("p" + Double.toString(percentile).replaceFirst("\\.0$", ""), histogram.getValueAtPercentile(percentile));
        }
        print("max", histogram.getMaxValue());
    }

    private static void print(String name, double value) {
        System.out.println(name + "=" + value);
    }

    /** What both threads have allocated since the mark. Made before the warm-up, as it loads classes. */
    private static final class Allocated {
        private final AllocationProbe publisher = AllocationProbe.current();
        private final AllocationProbe consumer;
        private long marked;

        Allocated(Thread consumer) {
            this.consumer = AllocationProbe.of(consumer);
            mark();
        }

        void mark() {
            marked = consumer.bytes() + publisher.bytes();
        }

        long bytes() {
            return publisher.bytes() + consumer.bytes() - marked;
        }
    }
}
