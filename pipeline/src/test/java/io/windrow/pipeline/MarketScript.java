package io.windrow.pipeline;

import java.util.Random;

/** Events of every kind, as an array of numbers that depends on a seed alone. */
final class MarketScript {

    private static final int WIDTH = 7;
    private static final int KINDS = 20;

    final int events;
    private final int instruments;
    private final long[] numbers;

    MarketScript(Random random, int events, int instruments) {
        this.events = events;
        this.instruments = instruments;
        numbers = new long[events * WIDTH];
        long now = 1_000 * Rig.SECOND;
        for (int i = 0; i < events; i++) {
            now += random.nextInt(4) == 0 ? random.nextInt((int) Rig.SECOND) : random.nextInt(1_000);
            numbers[i * WIDTH] = random.nextInt(KINDS);
            numbers[i * WIDTH + 1] = random.nextInt(instruments);
            numbers[i * WIDTH + 2] = now;
            for (int j = 3; j < WIDTH; j++) {
                numbers[i * WIDTH + j] = 1 + random.nextInt(1_000_000);
            }
        }
    }

    int instruments() {
        return instruments;
    }

    /** Publishes a part of the events. */
    void publish(MarketPublisher to, int from, int until) {
        for (int i = from; i < until; i++) {
            int at = i * WIDTH;
            to.dueAt(i + 1);
            publish(to, (int) numbers[at], (int) numbers[at + 1], numbers[at + 2], at + 3);
        }
        to.flush();
    }

    private void publish(MarketPublisher to, int kind, int id, long now, int at) {
        long one = numbers[at];
        long two = numbers[at + 1];
        switch (kind) {
            case 0, 1 -> to.onClock(now);
            case 2, 3, 4, 5 -> to.onQuote(id, now, one, two, numbers[at + 2], numbers[at + 3]);
            case 6, 7, 8 -> to.onDepth(id, now, (int) (one & 1), one, two, numbers[at + 2], 0);
            case 9, 10 -> to.onCandle(id, now - now % Rig.SECOND, one, one + 2, one - 1, one + 1, two, 0, 0, 0, 0);
            default -> to.onTrade(id, now, one, two, numbers[at + 2], (int) (two & 1));
        }
    }
}
