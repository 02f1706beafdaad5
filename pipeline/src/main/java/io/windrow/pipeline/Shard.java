package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import io.windrow.buffers.memory.MemoryBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One ring with its stages: that of all instruments, or of one in so many. Started anew, it gets a new ring over the same slots. */
final class Shard implements Slotted {

    private static final int FULL_SPINS = 2000;
    private static final long FULL_POLL_NANOS = 1;

    private final int number;
    private final PipelineBuilder plan;
    private final Life life;
    private final MemoryBlock slots;
    private final int mask;
    private final boolean manyPublishers;
    private final int batch;
    private final WhenRingFull whenFull;
    /** Number of each slot's event in the order of all shards; null where only one stage takes events. */
    private final long[] orders;
    private final EventOrder order;
    private final Conflation conflation;
    private RingBuffer<MarketEvent> ring;
    private Disruptor<MarketEvent> disruptor;
    private List<EventHandler<MarketEvent>> last = List.of();
    private final List<NotedHandler> handlers = new ArrayList<>();
    private Attendance attendance;
    /** Of the publishing thread, where there is one. */
    private long claimed = -1;
    private int unpublished;
    /** Has begun the batch that is not full yet. */
    private volatile Thread batchThread;
    /** Up to here events were let seen on purpose. Disruptor's own cursor may be ahead of that: claiming moves it when the ring wraps. */
    private volatile long publishedSequence = -1;

    Shard(int number, PipelineBuilder plan, Life life, MemoryBlock slots, EventOrder order) {
        this.number = number;
        this.plan = plan;
        this.life = life;
        this.slots = slots;
        this.order = order;
        mask = plan.ringSize - 1;
        manyPublishers = plan.publishers == Publishers.MANY || plan.whenFull == WhenRingFull.DROP_OLDEST;
        batch = plan.publishBatch;
        whenFull = plan.whenFull;
        orders = order == null ? null : new long[plan.ringSize];
        conflation = whenFull == WhenRingFull.DROP_OLDEST ? new Conflation(plan.memory, plan.instruments.size(), this) : null;
    }

    /** Makes the ring and its threads; returns when all of them run. */
    void start(StrategyStage[] stages, Faults faults) throws InterruptedException {
        last = List.of();
        handlers.clear();
        attendance = new Attendance(plan.handlersPerShard() + stages.length);
        disruptor = new Disruptor<>(new Slots(slots), plan.ringSize, attendance.noting(plan.threadFactory),
            manyPublishers ? ProducerType.MULTI : ProducerType.SINGLE, new UninterruptedWait(plan.newWaitStrategy()));
        disruptor.setDefaultExceptionHandler(faults);
        ring = disruptor.getRingBuffer();
        claimed = -1;
        unpublished = 0;
        publishedSequence = -1;
        if (conflation != null) {
            conflation.clear();
        }
        wire(stages, faults);
        // Loads what Disruptor needs when the ring wraps for the first time, lest it be loaded in trading hours.
        ring.remainingCapacity();
        disruptor.start();
        // Disruptor forgets events when it is shut down before its threads have begun to run.
        attendance.awaitBegun();
    }

    private void wire(StrategyStage[] stages, Faults faults) {
        EventHandlerGroup<MarketEvent> group = null;
        for (EventHandler<MarketEvent>[] before : plan.before(number)) {
            group = then(group, noted(before, faults));
        }
        List<EventHandler<MarketEvent>> middle = new ArrayList<>();
        for (StrategyStage stage : stages) {
            stage.begin(attendance, conflation, orders, mask);
            middle.add(stage);
        }
        for (EventHandler<MarketEvent>[] beside : plan.beside(number)) {
            middle.addAll(noted(beside, faults));
        }
        group = then(group, middle);
        List<EventHandler<MarketEvent>> end = middle;
        for (EventHandler<MarketEvent>[] after : plan.after(number)) {
            end = noted(after, faults);
            group = then(group, end);
        }
        last = end;
    }

    private List<EventHandler<MarketEvent>> noted(EventHandler<MarketEvent>[] given, Faults faults) {
        List<EventHandler<MarketEvent>> noted = new ArrayList<>();
        for (EventHandler<MarketEvent> handler : given) {
            NotedHandler made = new NotedHandler(handler, attendance, life, faults, conflation);
            handlers.add(made);
            noted.add(made);
        }
        return noted;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private EventHandlerGroup<MarketEvent> then(EventHandlerGroup<MarketEvent> group, List<EventHandler<MarketEvent>> next) {
        EventHandler<MarketEvent>[] array = next.toArray(new EventHandler[0]);
        return group == null ? disruptor.handleEventsWith(array) : group.then(array);
    }

    /** Writes an event into the ring, or does with it what is to be done when there is no room. */
    void put(MarketPublisher from, int type, int instrument, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        life.checkRunning();
        if (conflation != null) {
            putInTurn(from, type, instrument, v0, v1, v2, v3, v4, v5, v6, v7);
        } else {
            long sequence = tryClaim();
            if (sequence < 0) {
                sequence = full(from);
            }
            if (sequence < 0) {
                return;
            }
            write(sequence, v0, v1, v2, v3, v4, v5, v6, v7);
        }
        // Tells a publisher whose event may have come too late.
        life.checkRunning();
    }

    private void putInTurn(
        MarketPublisher from, int type, int instrument, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        if (conflation.put(from, type, instrument, v0, v1, v2, v3, v4, v5, v6, v7)) {
            return;
        }
        long began = System.nanoTime();
        int tries = 0;
        do {
            pause(tries++);
        } while (!conflation.put(from, type, instrument, v0, v1, v2, v3, v4, v5, v6, v7));
        from.waited(System.nanoTime() - began);
    }

    @Override
    public long tryClaim() {
        try {
            return ring.tryNext();
        } catch (InsufficientCapacityException e) {
            return FULL;
        }
    }

    @Override
    public void write(long sequence, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        int slot = (int) sequence & mask;
        slots.putLongsAt(slot << MarketEventLayout.SLOT_SHIFT, v0, v1, v2, v3, v4, v5, v6, v7);
        if (orders != null) {
            orders[slot] = order.next();
        }
        if (manyPublishers) {
            ring.publish(sequence);
            return;
        }
        claimed = sequence;
        if (++unpublished >= batch) {
            publish();
        } else if (unpublished == 1) {
            batchThread = Thread.currentThread();
        }
    }

    /** Lets what was written be seen. For the publishing thread. */
    void flush() {
        if (unpublished > 0) {
            publish();
        }
    }

    /** Lets what was written be seen, if the calling thread has written it; nobody else may. */
    void flushOwn() {
        if (batchThread == Thread.currentThread()) {
            flush();
        }
    }

    private void publish() {
        if (order == null) {
            publishWritten();
        } else {
            order.publish();
        }
    }

    /** Publishes this ring only; the order of all shards is {@link EventOrder}'s. */
    void publishWritten() {
        if (unpublished > 0) {
            unpublished = 0;
            ring.publish(claimed);
            if (order != null) {
                publishedSequence = claimed;
            }
        }
    }

    private long full(MarketPublisher from) {
        // What is written and not yet seen, here or in another shard, would stay unseen, and this ring perhaps full for ever.
        publish();
        return switch (whenFull) {
            case DROP_NEWEST -> {
                long sequence = tryClaim();
                if (sequence < 0) {
                    from.droppedNewest();
                }
                yield sequence;
            }
            case FAIL -> {
                long sequence = tryClaim();
                if (sequence < 0) {
                    from.refused();
                    throw new RingFullException(mask + 1);
                }
                yield sequence;
            }
            default -> await(from);
        };
    }

    /** Waits for a free slot here and not in the ring, which would never give up. */
    private long await(MarketPublisher from) {
        long began = System.nanoTime();
        long sequence = tryClaim();
        for (int tries = 0; sequence < 0; tries++) {
            pause(tries);
            sequence = tryClaim();
        }
        from.waited(System.nanoTime() - began);
        return sequence;
    }

    /**
     * Between two tries; tells a publisher that there is nothing to wait for any more. It spins first: the system's shortest nap is longer
     * than the consumer takes to empty the ring, and then the consumer would have to wait in turn.
     */
    private void pause(int tries) {
        if (tries < FULL_SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(FULL_POLL_NANOS);
        }
        life.checkRunning();
    }

    /** Events written and not yet handled by every stage, by the batches that stages take from the ring. */
    long backlog() {
        if (last.isEmpty()) {
            return 0;
        }
        // Before the ring: one that goes from beside the ring into it meanwhile is counted twice then, and not left out.
        long waiting = waiting();
        long slowest = Long.MAX_VALUE;
        for (int i = 0; i < last.size(); i++) {
            slowest = Math.min(slowest, disruptor.getSequenceValueFor(last.get(i)));
        }
        return written() - slowest + waiting;
    }

    private long waiting() {
        return conflation == null ? 0 : conflation.waiting();
    }

    private long written() {
        return Math.max(ring.getCursor(), claimed);
    }

    /** Where the last event is that one publisher has let be seen. */
    long publishedSequence() {
        return publishedSequence;
    }

    /** Events that not every stage and handler has handled, being stopped. */
    long left(StrategyStage[] stages) {
        if (last.isEmpty()) {
            return 0;
        }
        long left = Math.max(0, backlog());
        long all = written() + waiting();
        for (StrategyStage stage : stages) {
            left = Math.max(left, stage.leftover().upTo(all));
        }
        for (NotedHandler handler : handlers) {
            left = Math.max(left, handler.leftover().upTo(all));
        }
        return left;
    }

    void halt() {
        if (disruptor != null) {
            disruptor.halt();
        }
    }

    Attendance attendance() {
        return attendance;
    }

    void close() {
        if (conflation != null) {
            conflation.close();
        }
        slots.close();
    }
}
