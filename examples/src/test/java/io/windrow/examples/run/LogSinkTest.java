package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.Message;
import io.windrow.pools.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSinkTest {

    private static final String LINE = "7,1000000000,TÜRKIYE,BUY,12.34,1s,3\n";

    private final InstrumentRegistry instruments = new InstrumentRegistry(1);
    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private ConcurrentPool<Signal> pool;

    @BeforeEach
    void begin() {
        instruments.register("TÜRKIYE", 2, 3);
        pool = Message.pool(memory, Signal::new).name("signals").capacity(4).concurrent();
    }

    @AfterEach
    void end() {
        assertThat(pool.inUse()).as("signals not closed").isZero();
        pool.close();
        memory.close();
    }

    private void send(LogSink sink, int count) {
        for (int i = 0; i < count; i++) {
            Signal signal = pool.tryAcquire();
            signal.set(3, 0, Side.BUY, 1_000_000_000L, 1_000_000_000L, 1234, 0, 7);
            sink.onSignal(signal);
        }
    }

    @Test
    void shouldWriteWhenNoSignalWaitsOrItsBufferIsFull() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogSink sink = new LogSink(instruments, out);
        send(sink, 2);
        assertThat(out.size()).isZero();
        sink.onIdle();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LINE.repeat(2));
        send(sink, 1_000);
        assertThat(out.size()).isGreaterThan(30_000);
        sink.onStop();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LINE.repeat(1_002));
        assertThat(sink.lostCount()).isZero();
    }

    @Test
    void shouldCountAndThrowWhatTheStreamDoesNotTakeAndGoOn() {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        boolean[] broken = {true};
        LogSink sink = new LogSink(instruments, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (broken[0]) {
                    throw new IOException("Broken pipe");
                }
                taken.write(b);
            }
        });
        send(sink, 3);
        assertThatThrownBy(sink::onIdle).isInstanceOf(UncheckedIOException.class)
            .hasMessage("signals must be written to the log: signals=3").hasRootCauseMessage("Broken pipe");
        assertThat(sink.lostCount()).isEqualTo(3);
        broken[0] = false;
        send(sink, 1);
        sink.onStop();
        assertThat(taken.toString(StandardCharsets.UTF_8)).isEqualTo(LINE);
        assertThat(sink.lostCount()).isEqualTo(3);
    }

    @Test
    void shouldAllocateNothingForASignal() {
        LogSink sink = new LogSink(instruments, OutputStream.nullOutputStream());
        Allocations.assertNone(() -> send(sink, 500));
    }
}
