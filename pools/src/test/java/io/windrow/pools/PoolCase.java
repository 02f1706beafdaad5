package io.windrow.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One of the combinations that the suites run over: what is pooled, for which threads, with what checks. */
record PoolCase(Kind kind, Variant variant, boolean checked) {

    /** What is pooled. */
    enum Kind {
        THING, LEASE, ORDER
    }

    /** For which threads. */
    enum Variant {
        SINGLE, LANE, CONCURRENT;

        <T extends Pooled> ObjectPool<T> open(PoolBuilder<T> plan) {
            return switch (this) {
                case SINGLE -> plan.singleThread();
                case LANE -> plan.lane();
                case CONCURRENT -> plan.concurrent();
            };
        }
    }

    /** A user's class. */
    static final class Thing extends Pooled {
        long value;

        long read() {
            checkHeld();
            return value;
        }
    }

    static List<PoolCase> all() {
        List<PoolCase> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Variant variant : Variant.values()) {
                all.add(new PoolCase(kind, variant, false));
                all.add(new PoolCase(kind, variant, true));
            }
        }
        return all;
    }

    static List<PoolCase> unchecked() {
        return all().stream().filter(each -> !each.checked).toList();
    }

    static List<PoolCase> ofSeveralThreads() {
        return all().stream().filter(each -> each.variant != Variant.SINGLE).toList();
    }

    static List<PoolCase> withoutLeases() {
        return all().stream().filter(each -> each.kind != Kind.LEASE).toList();
    }

    @SuppressWarnings("unchecked")
    PoolBuilder<Pooled> plan(OffHeapMemory memory) {
        PoolBuilder<? extends Pooled> plan = switch (kind) {
            case THING -> ObjectPool.of(Thing::new);
            case LEASE -> Lease.of(() -> new long[1]);
            case ORDER -> Message.pool(memory, Order::new);
        };
        return ((PoolBuilder<Pooled>) plan).name("stock").checked(checked);
    }

    ObjectPool<Pooled> open(PoolBuilder<Pooled> plan) {
        return variant.open(plan);
    }

    boolean reclaims() {
        return kind != Kind.ORDER || variant == Variant.SINGLE;
    }

    static void fill(Pooled object, long value) {
        if (object instanceof Order order) {
            order.set(value, (int) value, Side.BUY, value + 1, value + 2, value + 3);
        } else if (object instanceof Lease<?> lease) {
            ((long[]) lease.get())[0] = value;
        } else {
            ((Thing) object).read();
            ((Thing) object).value = value;
        }
    }

    /** What was filled in; refuses an object whose parts are of several fillings. */
    static long value(Pooled object) {
        if (object instanceof Order order) {
            long id = order.orderId();
            if (order.price() != id + 1 || order.quantity() != id + 2 || order.timeNanos() != id + 3) {
                throw new AssertionError("an order of several owners: " + id);
            }
            return id;
        }
        return object instanceof Lease<?> lease ? ((long[]) lease.get())[0] : ((Thing) object).read();
    }

    /** Runs on a thread of its own, to the end, and passes on what it throws. */
    static void elsewhere(Consumer<Thread> work) {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                work.accept(Thread.currentThread());
            } catch (RuntimeException | Error e) {
                thrown[0] = e;
            }
        }, "elsewhere");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (thrown[0] instanceof Error error) {
            throw error;
        } else if (thrown[0] instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
