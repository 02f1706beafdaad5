package io.windrow.pipeline.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.pools.Signal;
import io.windrow.pools.work.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BatchSinkTest extends SignalSinkContract<BatchSink> {

    private final List<Row> out = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private volatile boolean failing;
    private volatile boolean quiet;

    private synchronized void handle(Batch<Signal> batch) {
        if (failing) {
            throw new IllegalStateException("not now");
        }
        if (quiet) {
            return;
        }
        sizes.add(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            out.add(row(batch.get(i)));
        }
    }

    @Override
    BatchSink open() {
        return BatchSink.start(this::handle, batches -> batches.name("signals").batchSize(5).maxDelay(Duration.ofMillis(5)));
    }

    @Override
    synchronized List<Row> out() {
        return List.copyOf(out);
    }

    @Override
    long lost(BatchSink sink) {
        return sink.lostCount();
    }

    @Override
    String closedMessage() {
        return "batch processor is closed: name=signals";
    }

    @Override
    @Test
    void shouldAllocateNothingPerSignal() throws Exception {
        quiet = true;
        super.shouldAllocateNothingPerSignal();
    }

    @Test
    void shouldHandWholeBatchesOnBySizeAndTheRestByTime() throws Exception {
        AtomicLong now = new AtomicLong();
        Duration delay = Duration.ofMillis(300);
        try (BatchSink sink = BatchSink.start(this::handle, batches -> batches.batchSize(5).maxDelay(delay).clock(now::get))) {
            send(sink, 12);
            awaitOut(10);
            now.addAndGet(delay.toNanos());
            awaitOut(12);
            assertThat(sizes).containsExactly(5, 5, 2);
            assertThat(out()).isEqualTo(expected());
        }
    }

    private void awaitOut(int count) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); out().size() < count && System.nanoTime() - end < 0;) {
            Thread.sleep(1);
        }
        assertThat(out()).hasSize(count);
    }

    @Test
    void shouldKeepSignalsWhileTheHandlerFailsAndHandThemOnLater() throws Exception {
        try (BatchSink sink = open()) {
            failing = true;
            send(sink, 7);
            assertThatThrownBy(sink::onStop).isInstanceOf(IllegalStateException.class)
                .hasMessage("signals must be handled before the pipeline ends: left=7").hasRootCauseMessage("not now");
            assertThat(pool.inUse()).isEqualTo(7);

            failing = false;
            sink.onStop();
            assertThat(out()).isEqualTo(expected());
            assertThat(sink.counters().releasedCount()).isEqualTo(7);
        }
    }

    @Test
    void shouldCloseAndCountSignalsThatFindNoPlace() throws Exception {
        failing = true;
        BatchSink sink = open();
        send(sink, 50);
        assertThatThrownBy(() -> sink.onSignal(next())).isInstanceOf(RejectedExecutionException.class);

        assertThat(sink.lostCount()).isEqualTo(1);
        assertThat(pool.inUse()).as("signals held").isEqualTo(50);
        assertThatThrownBy(sink::close).isInstanceOf(IllegalStateException.class)
            .hasMessage("signals must be handled before the sink is closed: left=50").hasRootCauseMessage("not now");
        assertThat(sink.lostCount()).isEqualTo(51);
        assertThat(out()).isEmpty();
    }

    @Test
    void shouldSayThatAHandlerDoesNotReturn() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        BatchSink sink = BatchSink.start(batch -> {
            entered.countDown();
            gate.await();
        }, batches -> batches.batchSize(1).name("stuck"));
        sink.onSignal(next());
        entered.await();

        assertThatThrownBy(() -> sink.close(Duration.ofMillis(20))).isInstanceOf(IllegalStateException.class);

        gate.countDown();
        while (pool.inUse() > 0) {
            Thread.sleep(1);
        }
    }
}
