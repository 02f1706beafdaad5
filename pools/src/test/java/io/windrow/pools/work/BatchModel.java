package io.windrow.pools.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What a batch processor without a thread does, said with lists: the same items, the same clock, the same tries that fail. */
final class BatchModel {

    final int batchSize;
    final long delayNanos;
    final int mostTries;
    final IntPredicate throwsAt;
    final List<String> calls = new ArrayList<>();
    final List<Integer> held = new ArrayList<>();
    final List<Integer> handled = new ArrayList<>();
    final List<Integer> failed = new ArrayList<>();
    private final List<Long> added = new ArrayList<>();
    private int kept;
    private int tries;
    private long retryNanos;

    /** No tries at all stand for nobody who takes failed batches. */
    BatchModel(int batchSize, long delayNanos, int mostTries, IntPredicate throwsAt) {
        this.batchSize = batchSize;
        this.delayNanos = delayNanos;
        this.mostTries = mostTries;
        this.throwsAt = throwsAt;
    }

    /** False if refused. */
    boolean add(int item, long now) {
        if (held.size() == 10 * batchSize && !flushOne(FlushCause.FORCED, now)) {
            return false;
        }
        held.add(item);
        added.add(now);
        poll(now, held.size() / batchSize);
        return true;
    }

    int poll(long now, int mostBatches) {
        int before = held.size();
        for (int i = 0; i < mostBatches; i++) {
            if (kept == 0 && held.size() >= batchSize) {
                flushOne(FlushCause.SIZE, now);
            } else if (!held.isEmpty() && (kept > 0 ? now >= retryNanos : now - added.get(0) >= delayNanos)) {
                flushOne(FlushCause.TIME, now);
            }
        }
        return before - held.size();
    }

    boolean flush(long now) {
        while (!held.isEmpty()) {
            if (!flushOne(FlushCause.ASKED, now)) {
                return false;
            }
        }
        return true;
    }

    int close(long now) {
        while (!held.isEmpty()) {
            if (!flushOne(FlushCause.CLOSE, now) && tries >= mostTries) {
                return held.size();
            }
        }
        return 0;
    }

    private boolean flushOne(FlushCause cause, long now) {
        List<Integer> batch = new ArrayList<>(held.subList(0, kept > 0 ? kept : Math.min(batchSize, held.size())));
        boolean thrown = throwsAt.test(calls.size());
        tries++;
        calls.add(cause + " try " + tries + " " + batch);
        if (thrown && (mostTries == 0 || tries < mostTries)) {
            kept = batch.size();
            retryNanos = now + delayNanos;
            return false;
        }
        (thrown ? failed : handled).addAll(batch);
        held.subList(0, batch.size()).clear();
        added.subList(0, batch.size()).clear();
        kept = 0;
        tries = 0;
        return true;
    }
}
