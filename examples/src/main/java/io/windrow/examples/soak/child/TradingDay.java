package io.windrow.examples.soak.child;

import io.windrow.examples.prove.engines.CrossingStrategy;
import io.windrow.examples.run.BreakoutStrategy;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.StopReport;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.feeds.TradeGenerator;
import io.windrow.pipeline.replay.Replay;
import io.windrow.pipeline.replay.ReplayBuilder;
import io.windrow.pipeline.sinks.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * One day of an engine: windows, strategies and a log are opened; a source is lost at noon and connected anew; at night everything is
 * drained and closed and the log is put aside.
 */
final class TradingDay implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NOON = SoakSettings.DAY_SECONDS / 2;

    private final EngineHouse house;
    private final int day;
    private final Path log;
    private final FileSink file;
    private final TradingPipeline pipeline;
    private volatile Source source = new Source(0, null);

    /** A source, and the trades before it. */
    private record Source(long before, MarketPublisher publisher) {

        long trades() {
            return publisher == null ? before : before + publisher.tradeCount();
        }
    }

    TradingDay(EngineHouse house, int day) throws IOException {
        this.house = house;
        this.day = day;
        log = house.folder.resolve("signals.csv");
        file = FileSink.builder(log, house.instruments).ifThere(FileSink.IfThere.REPLACE).open();
        pipeline = TradingPipeline.builder().settings(house.sizes).instruments(house.instruments).memory(house.memory)
            .strategy(CrossingStrategy::new).strategy(BreakoutStrategy::new)
            .sink(new OrderDesk(house.tickets, file)).sinkOnOwnThread().build();
        pipeline.start();
    }

    /** From the opening to the loss of the source; returns when all is handled. */
    void morning(double speed) {
        feed("morning", 0, house.settings.events() / 2, speed).failed(new IOException("the connection is lost"));
    }

    /** With a new source to the end. */
    void afternoon(double speed) {
        long done = house.settings.events() / 2;
        feed("afternoon", NOON, house.settings.events() - done, speed).ended();
    }

    /** Trades of this day up to now, for any thread. */
    long trades() {
        return source.trades();
    }

    private MarketPublisher feed(String name, int startSecond, long trades, double speed) {
        MarketPublisher publisher = pipeline.publisher(name);
        source = new Source(source.trades(), publisher);
        Thread thread = new Thread(() -> replay(publisher, startSecond, trades, speed), "source-" + name);
        thread.start();
        join(thread);
        if (publisher.failure() != null) {
            throw new IllegalStateException("the source has failed: day=" + day + ", " + publisher.failure(), publisher.failure());
        }
        publisher.flush();
        require(pipeline.awaitDrained(LIMIT), "the pipeline must drain", pipeline.backlog());
        return publisher;
    }

    private void replay(MarketPublisher publisher, int startSecond, long trades, double speed) {
        TradeGenerator generator = house.generator(day, startSecond, trades);
        ReplayBuilder plan = Replay.builder(house.instruments).add(publisher.name(), generator.cursor(house.instruments))
            .clockEvery(Duration.ofSeconds(1));
        try {
            (speed > 0 ? plan.speed(speed) : plan).build().run(publisher);
        } catch (IOException | RuntimeException e) {
            publisher.failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        StopReport left = pipeline.stop(LIMIT);
        require(left.isClean(), "the pipeline must stop in order", left);
        require(pipeline.faultCount() == 0, "no stage may fail", pipeline.faults());
        pipeline.close();
        require(pipeline.signalsOut() == null, "signals must be given back", pipeline.signalsOut());
        file.close();
        house.tickets.checkLeaks();
        Files.move(log, house.folder.resolve("signals-before.csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalStateException(rule + ": day=" + day + ", " + value);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
