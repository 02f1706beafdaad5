package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a source is, told by a clock that only the test moves. */
@Timeout(30)
class SourceStatusTest {

    private static final long STALE = 1_000;

    private final AtomicLong now = new AtomicLong(-500);
    private Rig rig;
    private MarketPublisher source;

    @BeforeEach
    void begin() {
        rig = Rig.started(plan -> {
            plan.clock = now::get;
            plan.quotes(4).staleAfter(Duration.ofNanos(STALE));
        });
        source = rig.pipeline.publisher("exchange");
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private void trade() {
        source.onTrade(0, 0, 1, 1, 0, 0);
    }

    @Test
    void shouldWaitUntilItIsHeardOf() {
        assertThat(source.status()).isEqualTo(SourceStatus.WAITING);
        assertThat(source.heartbeatAgeNanos()).isEqualTo(-1);
        now.addAndGet(10 * STALE);
        assertThat(source.status()).as("never heard of is not stale").isEqualTo(SourceStatus.WAITING);
    }

    @Test
    void shouldBeStaleAfterItsTimeAndNotAtIt() {
        source.heartbeat();
        now.addAndGet(STALE);
        assertThat(source.status()).isEqualTo(SourceStatus.LIVE);
        assertThat(source.heartbeatAgeNanos()).isEqualTo(STALE);
        now.incrementAndGet();
        assertThat(source.status()).isEqualTo(SourceStatus.STALE);
        source.heartbeat();
        assertThat(source.status()).isEqualTo(SourceStatus.LIVE);
        assertThat(source.heartbeatAgeNanos()).isZero();
    }

    @Test
    void shouldHearOfEventsWithoutADueTimeWhenSomebodyLooks() {
        trade();
        now.addAndGet(70);
        assertThat(source.heartbeatAgeNanos()).as("seen now").isZero();
        now.addAndGet(30);
        assertThat(source.heartbeatAgeNanos()).as("no further event").isEqualTo(30);
    }

    @Test
    void shouldHearOfEventsWhenTheyWereDue() {
        now.set(10_000);
        source.dueAt(9_400);
        trade();
        assertThat(source.heartbeatAgeNanos()).isEqualTo(600);
        assertThat(source.status()).isEqualTo(SourceStatus.LIVE);

        source.dueAt(8_000);
        trade();
        assertThat(source.heartbeatAgeNanos()).as("one that was due before the last one heard").isEqualTo(600);

        now.set(20_000);
        source.dueAt(18_000);
        trade();
        assertThat(source.status()).as("it comes later than a source may be silent").isEqualTo(SourceStatus.STALE);
    }

    @Test
    void shouldNotBeLiveByEventsThatAreDueInTheFuture() {
        source.dueAt(1_000_000);
        trade();
        assertThat(source.heartbeatAgeNanos()).isZero();
        now.addAndGet(STALE + 1);
        assertThat(source.status()).isEqualTo(SourceStatus.STALE);
    }

    @Test
    void shouldHaveFailedUntilTheNextEventOrHeartbeat() {
        IllegalStateException cause = new IllegalStateException("connection reset");
        trade();
        source.failed(cause);
        assertThat(source.status()).as("the event came before").isEqualTo(SourceStatus.FAILED);
        assertThat(source.failure()).isSameAs(cause);

        trade();
        assertThat(source.status()).as("told by nothing but an event").isEqualTo(SourceStatus.LIVE);
        assertThat(source.failure()).isNull();

        source.failed(cause);
        source.heartbeat();
        assertThat(source.status()).isEqualTo(SourceStatus.LIVE);
        assertThat(source.errorCount()).isEqualTo(2);
    }

    @Test
    void shouldHaveEndedUntilTheNextEventAndNotBeStale() {
        trade();
        source.ended();
        assertThat(source.status()).isEqualTo(SourceStatus.ENDED);
        now.addAndGet(10 * STALE);
        assertThat(source.status()).isEqualTo(SourceStatus.ENDED);
        trade();
        assertThat(source.status()).isEqualTo(SourceStatus.LIVE);
    }

    @Test
    void shouldCountEventsByKindAndErrorsBesideTheStatus() {
        trade();
        source.onQuote(0, 0, 1, 1, 2, 1);
        source.onQuote(0, 0, 1, 1, 2, 1);
        source.onDepth(0, 0, 0, 1, 1, 0, 0);
        source.onCandle(0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        source.onClock(5);
        source.error();
        source.error();

        assertThat(source.tradeCount()).isEqualTo(1);
        assertThat(source.quoteCount()).isEqualTo(2);
        assertThat(source.depthCount()).isEqualTo(1);
        assertThat(source.candleCount()).isEqualTo(1);
        assertThat(source.eventCount()).as("and a tick").isEqualTo(6);
        assertThat(source.errorCount()).isEqualTo(2);
        assertThat(source.status()).as("errors that it has survived").isEqualTo(SourceStatus.LIVE);
    }

    @Test
    void shouldTellOfAllPublishersAndKeepThemApart() {
        MarketPublisher other = rig.pipeline.publisher("other");
        rig.trade(0, 1);
        other.heartbeat();

        assertThat(rig.pipeline.publishers()).extracting(MarketPublisher::name).containsExactly("main", "exchange", "other");
        assertThat(rig.pipeline.publishers()).extracting(MarketPublisher::status)
            .containsExactly(SourceStatus.LIVE, SourceStatus.WAITING, SourceStatus.LIVE);
        assertThatThrownBy(() -> rig.pipeline.publishers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
