package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.FakeEngine;
import io.windrow.metrics.Figure;
import io.windrow.metrics.NamedMemory;
import io.windrow.metrics.Sample;
import io.windrow.pipeline.MarketPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentPageTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final FakeEngine engine = new FakeEngine();
    private final MetricsServer server = MetricsServer.builder(engine.metrics()).port(0).version("1.2 \"x\"").cleanHours(() -> 3.5)
        .build().start();

    @AfterEach
    void close() {
        server.close();
        engine.close();
    }

    @Test
    void shouldTellEveryFigureToTheDigitAndLeaveOutWhatIsNotKnown() {
        Sample sample = new Sample();
        Seeds.forEach(100, random -> {
            for (int i = 0; i < Figure.count(); i++) {
                engine.set(Figure.at(i), random.nextBoolean() ? Sample.ABSENT : random.nextLong() >>> 1 + random.nextInt(62));
            }
            engine.sample();
            engine.metrics().read(sample);
            JsonNode figures = current().get("figures");
            for (int i = 0; i < Figure.count(); i++) {
                Figure figure = Figure.at(i);
                assertThat(figures.has(figure.key())).as(figure.key()).isEqualTo(sample.has(figure));
                if (sample.has(figure)) {
                    BigDecimal exact = BigDecimal.valueOf(sample.get(figure), figure.unit() == Figure.Unit.NANOS ? 9 : 0);
                    assertThat(figures.get(figure.key()).decimalValue()).as(figure.key()).isEqualByComparingTo(exact);
                }
            }
        });
    }

    @Test
    void shouldTellWhoAndWhen() {
        engine.sampleAt(1_795_291_200_123_000_000L);
        JsonNode current = current();
        assertThat(current.get("time").asText()).isEqualTo("2026-11-21T20:00:00.123Z");
        assertThat(current.get("timeNanos").asLong()).isEqualTo(1_795_291_200_123_000_000L);
        assertThat(current.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(current.get("source").asText()).isEqualTo("fake");
        assertThat(current.get("version").asText()).isEqualTo("1.2 \"x\"");
        assertThat(current.get("missing").asText()).isEmpty();
    }

    @Test
    void shouldDeriveSharesAndRatesFromTheLastTwoSamples() {
        long now = 1_795_291_200_000_000_000L;
        MarketPublisher feed = engine.pipeline().publisher("feed");
        engine.set(Figure.CPU, 1_000_000_000).set(Figure.HEAP_COMMITTED, 100).set(Figure.HEAP_USED, 60).trade(feed, 7).sampleAt(now);
        engine.trade(feed, 30);
        engine.set(Figure.CPU, 1_500_000_000).set(Figure.COLLECTION_TIME, 7).sampleAt(now + 2_000_000_000L);
        JsonNode derived = current().get("derived");
        assertThat(derived.get("heapFreeBytes").asLong()).isEqualTo(40);
        assertThat(derived.get("cpuShare").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(derived.get("eventsPerSecond").decimalValue()).isEqualByComparingTo("15");
        assertThat(derived.get("cleanHours").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(derived.has("allocatedBytesPerSecond")).isFalse();
        assertThat(derived.has("residentGrowthBytesPerMinute")).isFalse();
    }

    @Test
    void shouldTellThePartsOfTheEngine() {
        MarketPublisher feed = engine.pipeline().publisher("feed \u00fc");
        engine.trade(feed, 5);
        feed.error();
        engine.sample();
        JsonNode current = current();
        JsonNode pipeline = current.get("pipelines").get(0);
        assertThat(pipeline.get("name").asText()).isEqualTo("main");
        assertThat(pipeline.get("running").asBoolean()).isTrue();
        assertThat(pipeline.get("ringUsed").asLong()).isZero();
        assertThat(pipeline.get("ringCapacity").asLong()).isEqualTo(engine.pipeline().ringCapacity());
        assertThat(pipeline.get("windows").asInt()).isEqualTo(engine.pipeline().windowCount());
        assertThat(pipeline.get("latency").get("total").get("count").asLong()).isEqualTo(5);
        assertThat(pipeline.get("latency").get("total").get("maxSeconds").decimalValue()).isPositive();
        assertThat(pipeline.get("latency").has("signal")).as("there was none").isFalse();
        assertThat(current.get("sources")).hasSize(1);
        JsonNode source = current.get("sources").get(0);
        assertThat(source.get("name").asText()).isEqualTo("feed \u00fc");
        assertThat(source.get("status").asText()).isEqualTo("LIVE");
        assertThat(source.get("trades").asLong()).isEqualTo(5);
        assertThat(source.get("errors").asLong()).isEqualTo(1);
        assertThat(current.get("offHeap")).hasSize(2);
        JsonNode ledger = current.get("offHeap").get(1);
        NamedMemory memory = engine.metrics().memories().get(1);
        assertThat(ledger.get("name").asText()).isEqualTo("engine \"A\"");
        assertThat(ledger.get("usedBytes").asLong()).isEqualTo(memory.memory().usedBytes());
        long sum = 0;
        for (JsonNode owner : ledger.get("byOwner")) {
            sum += owner.asLong();
        }
        assertThat(sum).isEqualTo(memory.memory().usedBytes()).isPositive();
        assertThat(current.get("pools")).hasSameSizeAs(engine.metrics().pools());
    }

    @Test
    void shouldGoOnWhenAPipelineIsClosed() {
        engine.trade(engine.pipeline().publisher("feed"), 5);
        engine.pipeline().close();
        engine.sample();
        assertThat(current().get("pipelines").get(0).get("running").asBoolean()).isFalse();
    }

    /** The visitor of a ledger's owners costs 16 bytes a ledger until it is compiled well. */
    @Test
    void shouldWriteWithNextToNoAllocation() {
        engine.trade(engine.pipeline().publisher("feed"), 5);
        engine.sample();
        CurrentPage page = new CurrentPage(engine.metrics(), "1", () -> 1);
        Answer answer = new Answer(ServerLimits.KEPT_BYTES, ServerLimits.ANSWER_BYTES);
        HealthPage health = new HealthPage(engine.metrics(), new HealthLimits());
        Request plain = new Request();
        byte[] head = Bytes.of("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        plain.read(head, 0, head.length);
        Runnable both = () -> {
            answer.clear();
            page.answer(null, answer);
            answer.clear();
            health.answer(plain, answer);
        };
        repeat(both, 500);
        long most = 500L * 16 * engine.metrics().memories().size() + 1_000;
        long least = Long.MAX_VALUE;
        // Several times, as the virtual machine may allocate where code is compiled anew.
        for (int round = 0; round < 20 && least > most; round++) {
            least = Math.min(least, Allocations.bytes(() -> repeat(both, 500)));
        }
        assertThat(least).isLessThanOrEqualTo(most);
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private JsonNode current() {
        try {
            return MAPPER.readTree(Wire.get(server, "/api/system/metrics/current").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
