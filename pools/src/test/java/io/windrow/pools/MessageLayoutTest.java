package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by which fields are laid, and what a layout tells of itself. */
class MessageLayoutTest {

    private final MessageLayout.Builder plan = MessageLayout.named("fill");

    @Test
    void shouldDrawItself() {
        assertThat(Everything.LAYOUT).hasToString("""
            everything, 64 bytes
              0..3 int count
              8..15 long total
              16..19 boolean last
              24..31 double rate
              32..35 text symbol
              40..43 side side
              44..47 CandleKind kind
              48..60 text client""");
    }

    @Test
    void shouldLayTheBuiltInMessagesAsTheirDocumentationDraws() {
        assertThat(places(Trade.LAYOUT)).isEqualTo(
            "trade: 0 instrumentId, 4 side, 8 timeNanos, 16 dueNanos, 24 price, 32 quantity, 40 tradeId");
        assertThat(places(Quote.LAYOUT)).isEqualTo(
            "quote: 0 instrumentId, 8 timeNanos, 16 dueNanos, 24 bid, 32 bidSize, 40 ask, 48 askSize");
        assertThat(places(Candle.LAYOUT)).isEqualTo("candle: 0 instrumentId, 4 kind, 8 step, 16 openTimeNanos, 24 openPrice, 32 highPrice, "
            + "40 lowPrice, 48 closePrice, 56 volume");
        assertThat(places(Order.LAYOUT)).isEqualTo(
            "order: 0 orderId, 8 instrumentId, 12 side, 16 price, 24 quantity, 32 filledQuantity, 40 timeNanos");
        assertThat(places(Signal.LAYOUT)).isEqualTo(
            "signal: 0 instrumentId, 4 side, 8 stepNanos, 16 candleTimeNanos, 24 dueNanos, 32 price, 40 strategyId, 48 eventSequence");
    }

    private static String places(MessageLayout layout) {
        return layout.fields().stream().map(field -> field.offset() + " " + field.name())
            .collect(Collectors.joining(", ", layout.name() + ": ", ""));
    }

    @Test
    void shouldListItsFieldsInTheOrderOfTheirOffsets() {
        assertThat(Everything.LAYOUT.fields()).containsExactly(Everything.COUNT, Everything.TOTAL, Everything.LAST, Everything.RATE,
            Everything.SYMBOL, Everything.SIDE, Everything.KIND, Everything.CLIENT);
        assertThat(Everything.CLIENT.name()).isEqualTo("client");
        assertThat(Everything.CLIENT.type()).isEqualTo("text");
        assertThat(Everything.CLIENT.offset()).isEqualTo(48);
        assertThat(Everything.CLIENT.bytes()).isEqualTo(13);
        assertThat(Everything.LAYOUT.name()).isEqualTo("everything");
    }

    @Test
    void shouldFindAFieldByItsName() {
        assertThat(Everything.LAYOUT.field("rate")).isSameAs(Everything.RATE);
        assertThatThrownBy(() -> Trade.LAYOUT.field("prize")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("no such field: field=prize, layout=trade, 48 bytes\n  0..3 int instrumentId");
    }

    @Test
    void shouldFillTheWholeToAMultipleOfEight() {
        plan.intField("one");
        assertThat(plan.build().bytes()).isEqualTo(8);

        MessageLayout.Builder text = MessageLayout.named("text");
        text.textField("name", 9);
        assertThat(text.build().bytes()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void shouldRefuseBlankNames(String blank) {
        assertThatThrownBy(() -> MessageLayout.named(blank)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("name must not be blank");
        assertThatThrownBy(() -> plan.longField(blank)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("field's name must not be blank: layout=fill");
    }

    @Test
    void shouldRefuseTwoFieldsOfOneName() {
        plan.longField("price");

        assertThatThrownBy(() -> plan.textField("price", 4)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("field's name must be its own: layout=fill, field=price");
        assertThat(plan.build().bytes()).as("the refused field left nothing").isEqualTo(8);
    }

    @Test
    void shouldRefuseAMessageWithoutFields() {
        assertThatThrownBy(plan::build).isInstanceOf(IllegalStateException.class).hasMessage("a message must have fields: layout=fill");
    }

    @Test
    void shouldRefuseToChangeWhatIsBuilt() {
        plan.longField("price");
        MessageLayout layout = plan.build();

        assertThatThrownBy(() -> plan.longField("more")).isInstanceOf(IllegalStateException.class)
            .hasMessage("layout is built already: layout=fill");
        assertThatThrownBy(plan::build).isInstanceOf(IllegalStateException.class).hasMessage("layout is built already: layout=fill");
        assertThat(layout.bytes()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 4089, Integer.MAX_VALUE})
    void shouldRefuseATextOfNoSizeOrTooLarge(int characters) {
        plan.intField("number");

        assertThatThrownBy(() -> plan.textField("text", characters)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("size must be positive and the message at most 4096 bytes: layout=fill, field=text, offset=8, bytes=" + characters);
        plan.textField("text", 4088);
        assertThatThrownBy(() -> plan.intField("more")).hasMessage(
            "size must be positive and the message at most 4096 bytes: layout=fill, field=more, offset=4096, bytes=4");
        assertThat(plan.build().bytes()).isEqualTo(MessageLayout.MAX_BYTES);
    }

    @Test
    void shouldRefuseCapacitiesThatNoPoolCanHave() {
        assertThat(Trade.LAYOUT.slabBytes(1 << 20)).isEqualTo((48L << 20) + 64);
        assertThatThrownBy(() -> Trade.LAYOUT.slabBytes(0)).hasMessage("capacity must be 1 to 1048576: capacity=0");
        assertThatThrownBy(() -> Trade.LAYOUT.slabBytes((1 << 20) + 1)).hasMessage("capacity must be 1 to 1048576: capacity=1048577");
    }

    @Test
    void shouldNotLetAFieldOfAnotherKindBeMadeOverAPlace() {
        FieldPlace four = Everything.COUNT.place();

        assertThatThrownBy(() -> new LongField(four)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the field's place is one of another kind: field=count, kind=LongField, place's=IntField");
        assertThatThrownBy(() -> new TextField(four)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IntField(Everything.SYMBOL.place())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DoubleField(four)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BooleanField(four)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SideField(four)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnumField<>(four, Everything.KIND.values())).isInstanceOf(IllegalArgumentException.class);
    }
}
