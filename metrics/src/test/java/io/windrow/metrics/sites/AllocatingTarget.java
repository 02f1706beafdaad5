package io.windrow.metrics.sites;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program that makes arrays of 1016 bytes at one place and lists of 360 at another until its input ends: as often the one as the other,
 * in no order, because sizes in a pattern meet the ends of the heap's pieces in one as well.
 */
final class AllocatingTarget {

    private static final Random RANDOM = new Random(1);

    private static volatile Object sink;

    private AllocatingTarget() {
    }

    public static void main(String[] arguments) throws Exception {
        Thread worker = new Thread(AllocatingTarget::work, "worker");
        worker.setDaemon(true);
        worker.start();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            continue;
        }
    }

    static void either() {
        if (RANDOM.nextBoolean()) {
            bytes();
        } else {
            lists();
        }
    }

    static void bytes() {
        sink = new byte[1000];
    }

    static void lists() {
        List<Object> list = new ArrayList<>(80);
        sink = list;
    }

    private static void work() {
        while (true) {
            for (int i = 0; i < 1000; i++) {
                either();
            }
            Thread.yield();
        }
    }
}
