package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The processor's own thread, and threads that wait for one another. */
class BatchThreadsTest {

    /** Longer than a test waits for anything. */
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int FEW = 2;

    private final Threads threads = new Threads();
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch inHandler = new CountDownLatch(1);
    private Thread ownThread;

    @AfterEach
    void endThreads() {
        go.countDown();
        threads.join();
    }

    @Test
    void shouldFlushWholeBatchesOnItsOwnDaemonThread() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        try (BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> thread.set(Thread.currentThread()))
            .name("own").batchSize(FEW).maxDelay(LONG).build().start()) {
            BatchRecorder.add(processor, 1, 4);
            Threads.until("4 handled", () -> processor.handledCount() == 4);

            assertThat(thread.get().getName()).isEqualTo("own");
            assertThat(thread.get().isDaemon()).isTrue();
            assertThat(processor.batchCount(FlushCause.SIZE)).isEqualTo(2);
            assertThatThrownBy(processor::start).isInstanceOf(IllegalStateException.class)
                .hasMessage("batch processor is started already: name=own");
        }
        Threads.join(thread.get());
    }

    @Test
    void shouldFlushByTimeOnItsOwnThreadThoughThatSleeps() {
        try (BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> { }).maxDelay(Duration.ofMillis(20))
            .threadFactory(this::kept).build().start()) {
            untilItSleeps();
            long begun = System.nanoTime();
            processor.add(1);
            Threads.until("1 handled", () -> processor.handledCount() == 1);

            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
            assertThat(processor.batchCount(FlushCause.TIME)).isEqualTo(1);
        }
    }

    @Test
    void shouldTryAgainByItselfWhatFailed() {
        BatchRecorder recorder = new BatchRecorder();
        recorder.throwing = 3;
        try (BatchProcessor<Integer> processor = BatchProcessor.of(recorder).batchSize(FEW).maxDelay(Duration.ofMillis(2))
            .build().start()) {
            BatchRecorder.add(processor, 1, 2);
            Threads.until("2 handled", () -> processor.handledCount() == 2);
        }
        assertThat(recorder.handled).containsExactly(List.of(1, 2));
        assertThat(recorder.tryNumbers).containsExactly(1, 2, 3, 4);
    }

    @Test
    void shouldGoOnWhenItsThreadIsInterrupted() {
        try (BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> { }).batchSize(FEW).maxDelay(LONG)
            .threadFactory(this::kept).build().start()) {
            untilItSleeps();
            ownThread.interrupt();
            Threads.until("the interrupt is taken", () -> !ownThread.isInterrupted());
            untilItSleeps();
            BatchRecorder.add(processor, 1, 2);
            Threads.until("2 handled", () -> processor.handledCount() == 2);
        }
    }

    @Test
    void shouldMakeAnAdderWaitWhileAnotherThreadFlushesAndAllIsFull() {
        BatchProcessor<Integer> processor = full();
        threads.start(() -> processor.add(99));
        Threads.until("one waits", () -> processor.waiting() == 1);
        assertThat(processor.inUse()).isEqualTo(processor.capacity());
        go.countDown();
        Threads.until("none waits", () -> processor.waiting() == 0);

        threads.join();
        assertThat(processor.waitedCount()).isEqualTo(1);
        assertThat(processor.refusedCount()).isZero();
        assertThat(processor.highWaterMark()).isEqualTo(processor.capacity());
        assertThat(processor.flush()).isTrue();
        assertThat(processor.handledCount()).isEqualTo(processor.capacity() + 1);
    }

    @Test
    void shouldRefuseAnAdderThatIsInterruptedWhileItWaits() {
        BatchProcessor<Integer> processor = full();
        Thread adder = threads.start(() -> {
            assertThatThrownBy(() -> processor.add(99)).isInstanceOf(RejectedExecutionException.class)
                .hasMessage("batch processor is full and the thread that waited was interrupted: name=batches, held=20");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        Threads.until("one waits", () -> processor.waiting() == 1);
        adder.interrupt();
        Threads.join(adder);

        assertThat(processor.refusedCount()).isEqualTo(1);
        assertThat(processor.waiting()).isZero();
    }

    @Test
    void shouldTellAddersAndFlushersThatWaitWhenItCloses() {
        BatchProcessor<Integer> processor = full();
        AtomicLong told = new AtomicLong();
        for (Runnable use : List.<Runnable>of(() -> processor.add(98), () -> processor.add(99), processor::flush)) {
            threads.start(() -> {
                assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class)
                    .hasMessage("batch processor is closed: name=batches");
                told.incrementAndGet();
            });
        }
        Threads.until("two adders wait", () -> processor.waiting() == 2);
        assertThat(processor.close(Duration.ofMillis(20))).as("the handler still has its batch").isEqualTo(20);
        Threads.until("all are told", () -> told.get() == 3);
        assertThatThrownBy(() -> processor.takeBack(item -> { })).isInstanceOf(IllegalStateException.class)
            .hasMessage("batch processor must be closed and its handler have returned: name=batches, closed=true, inHandler=2");
        go.countDown();
        Threads.until("the handler returns", () -> processor.handledCount() == FEW);

        assertThat(processor.takeBack(item -> { })).isEqualTo(18);
    }

    @Test
    void shouldWaitForTheHandlerInProgressWhenItCloses() {
        BatchProcessor<Integer> processor = full();
        threads.start(() -> {
            Threads.until("closing", () -> catchThrowable(() -> processor.poll(0)) != null);
            go.countDown();
        });

        assertThat(processor.close(LONG)).isZero();
        assertThat(processor.handledCount()).isEqualTo(20);
    }

    @Test
    void shouldNotWaitLongerThanTheLimitForItsOwnThread() {
        BatchProcessor<Integer> processor = blocking().maxDelay(LONG).build().start();
        BatchRecorder.add(processor, 1, 5);
        Threads.await(inHandler);

        assertThat(processor.close(Duration.ofMillis(10))).isEqualTo(5);
        go.countDown();
        Threads.until("the handler returns", () -> processor.inUse() == 3);
        assertThat(processor.takeBack(item -> { })).as("the limit has passed: no further batch is begun").isEqualTo(3);
    }

    @Test
    void shouldFlushTheRestOnItsOwnThreadWhenItCloses() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> thread.set(Thread.currentThread())).maxDelay(LONG)
            .threadFactory(this::kept).build().start();
        BatchRecorder.add(processor, 1, 5);

        assertThat(processor.close(LONG)).isZero();
        assertThat(processor.handledCount()).isEqualTo(5);
        assertThat(thread.get()).isSameAs(ownThread);
        assertThat(ownThread.isAlive()).isFalse();
    }

    @Test
    void shouldAllocateNothingOnItsOwnThread() {
        AllocationRounds rounds = new AllocationRounds();
        try (BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> rounds.event()).batchSize(1).build().start()) {
            for (int i = 0; i < AllocationRounds.EVENTS; i++) {
                processor.add(1);
                Threads.until("the own thread has flushed it", () -> processor.inUse() == 0);
            }
            assertThat(processor.batchCount(FlushCause.FORCED)).isZero();
        }
        rounds.assertNone();
    }

    private Thread kept(Runnable work) {
        ownThread = new Thread(work);
        return ownThread;
    }

    private void untilItSleeps() {
        Threads.until("the own thread sleeps", () -> ownThread.getState() == Thread.State.TIMED_WAITING);
    }

    /** Twenty held, of which a thread has two in hand and stays in its handler until it may go. */
    private BatchProcessor<Integer> full() {
        BatchProcessor<Integer> processor = blocking().build();
        threads.start(() -> BatchRecorder.add(processor, 1, FEW));
        Threads.await(inHandler);
        BatchRecorder.add(processor, FEW + 1, 20);
        return processor;
    }

    private BatchProcessorBuilder<Integer> blocking() {
        return BatchProcessor.<Integer>of(batch -> {
            inHandler.countDown();
            Threads.await(go);
        }).batchSize(FEW);
    }
}
