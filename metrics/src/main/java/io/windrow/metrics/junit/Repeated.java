package io.windrow.metrics.junit;

import io.windrow.metrics.AllocationProbe;
import org.junit.jupiter.api.function.Executable;

/** Runs a body again and again and measures each run. */
final class Repeated {

    private static final int MORE_ROUNDS = 2;

    private final String name;
    private final AllocationFree settings;

    Repeated(String name, AllocationFree settings) {
        Settings.require(settings.warmUps() >= 0, "@AllocationFree warms up 0 times or more", "warmUps", settings.warmUps());
        Settings.require(settings.repetitions() > 0, "@AllocationFree measures at least one run", "repetitions", settings.repetitions());
        Settings.require(settings.limitBytes() >= 0, "@AllocationFree allows 0 bytes or more", "limitBytes", settings.limitBytes());
        this.name = name;
        this.settings = settings;
        if (AllocationProbe.currentBytes() < 0) {
            throw new IllegalStateException("@AllocationFree needs a JVM that counts what the calling thread allocates: test=" + name
                + ", thread=" + Thread.currentThread().getName());
        }
    }

    long limitBytes() {
        return settings.limitBytes();
    }

    MeasuredBytes measure(Executable body) throws Throwable {
        warmUp(body);
        return round(body);
    }

    void assertAtMost(long limitBytes, Executable body) throws Throwable {
        warmUp(body);
        MeasuredBytes first = round(body);
        if (first.largestBytes() <= limitBytes) {
            return;
        }
        for (int round = 0; round < MORE_ROUNDS; round++) {
            MeasuredBytes next = round(body);
            if (next.largestBytes() > limitBytes) {
                throw new AssertionError(message(limitBytes, next, body));
            }
        }
    }

    private void warmUp(Executable body) throws Throwable {
        for (int run = 0; run < settings.warmUps(); run++) {
            body.execute();
        }
    }

    private MeasuredBytes round(Executable body) throws Throwable {
        long[] bytes = new long[settings.repetitions()];
        for (int run = 0; run < bytes.length; run++) {
            long before = AllocationProbe.currentBytes();
            body.execute();
            bytes[run] = AllocationProbe.currentBytes() - before;
        }
        return MeasuredBytes.of(bytes);
    }

    private String message(long limitBytes, MeasuredBytes measured, Executable body) {
        String found = name + " must allocate at most " + limitBytes + " bytes a run: " + measured + ", warmUps=" + settings.warmUps();
        return settings.sites() ? found + System.lineSeparator() + SitesText.of(body) : found;
    }
}
