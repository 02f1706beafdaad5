package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.windrow.buffers.testing.Allocations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our scanner against Jackson's: the same tokens where Jackson accepts, an error where it does not. */
class JsonCursorTest {

    private static final JsonFactory JACKSON = new JsonFactory();
    private static final String INVALID = "INVALID";
    private static final String BYTES_THAT_BREAK = "{}[]\",:;\\/ntfu0123456789eE+-. \tabc\u0001";

    @Test
    void shouldAgreeWithJacksonOnWhatIsEasyToGetWrong() {
        for (String text : new String[] {"", " ", "{}", "[]", "1", "-1", "01", "-", "1.", ".5", "1e5", "1E+", "1e-7", "+1", "tru", "true",
            "truex",
            "nul", "null ", "{\"a\":1,}", "[1,]", "[,1]", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\" : [ ] }", "[1 2]", "{} {}", "[1;2]",
                "{\"a\":1;\"b\":2}", "[}", "{]",
                "\"", "\"\\\"",
            "\"\\u12g4\"", "\"\\u12A4\"", "\"\\x\"", "\"a\tb\"", "{\"\":\"\"}", "{1:2}", "[[[[]]]]", "]", "}", ",", ":", "\"a\":1", "1,2",
            "{\"a\":1 \"b\":2}", "-0", "-0.0e0", "[-]", "00", "\u0000", "[1]x", "{\"a\":tru}", "{\"a\"::1}", "'a'", "[NaN]", "/*c*/1"}) {
            assertAgrees(text);
        }
    }

    @Test
    void shouldAgreeWithJacksonOnRandomTexts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            value(text, random, 0);
            String broken = mutate(text.toString(), random);
            assertThat(ours(text.toString())).as("seed=%s", seed).isEqualTo(jackson(text.toString())).doesNotContain(INVALID);
            assertThat(ours(broken)).as("seed=%s, text=%s", seed, broken).isEqualTo(jackson(broken));
        }
    }

    @Test
    void shouldEndOnEverythingAndStayOnTheError() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] bytes = new byte[200];
        JsonCursor cursor = new JsonCursor();
        for (int i = 0; i < 50_000; i++) {
            random.nextBytes(bytes);
            int length = random.nextInt(bytes.length);
            cursor.wrap(bytes, 0, length);
            int steps = 0;
            int token = cursor.next();
            for (; token > JsonCursor.END; token = cursor.next()) {
                assertThat(++steps).as("seed=%s", seed).isLessThanOrEqualTo(length);
            }
            assertThat(cursor.next()).as("seed=%s", seed).isEqualTo(token);
        }
    }

    @Test
    void shouldGiveUpBeyondSixtyFourLevels() {
        assertThat(ours("[".repeat(64) + "]".repeat(64))).doesNotContain(INVALID);
        assertThat(ours("[".repeat(65) + "]".repeat(65))).contains(INVALID);
        assertThat(ours("{\"a\":[".repeat(32) + "]}".repeat(32))).doesNotContain(INVALID);
    }

    @Test
    void shouldSkipAWholeValue() {
        JsonCursor cursor = new JsonCursor();
        byte[] text = "{\"a\":{\"x\":[1,{\"y\":\"}\"}]},\"b\":2}".getBytes(UTF_8);
        cursor.wrap(text, 0, text.length);
        cursor.next();
        cursor.next();
        assertThat(cursor.skip(cursor.next())).isTrue();
        assertThat(cursor.next()).isEqualTo(JsonCursor.KEY);
        assertThat(text[cursor.from()]).isEqualTo((byte) 'b');
        assertThat(cursor.skip(cursor.next())).isTrue();
        assertThat(cursor.next()).isEqualTo(JsonCursor.OBJECT_END);
        assertThat(cursor.next()).isEqualTo(JsonCursor.END);
    }

    @Test
    void shouldAllocateNothing() {
        byte[] text = "{\"a\":[1,2.5,\"x\\n\",true,null,{\"b\":false}]}".getBytes(UTF_8);
        JsonCursor cursor = new JsonCursor();
        Allocations.assertNone(() -> {
            cursor.wrap(text, 0, text.length);
            while (cursor.next() > JsonCursor.END) {
                cursor.depth();
            }
        });
    }

    private static void assertAgrees(String text) {
        assertThat(ours(text)).as(text).isEqualTo(jackson(text));
    }

    private static List<String> ours(String json) {
        byte[] text = ("[7" + json + "8]").getBytes(UTF_8);
        JsonCursor cursor = new JsonCursor();
        cursor.wrap(text, 2, text.length - 2);
        List<String> tokens = new ArrayList<>();
        for (int token = cursor.next(); token != JsonCursor.END; token = cursor.next()) {
            if (token == JsonCursor.ERROR) {
                return List.of(INVALID);
            }
            boolean hasText = token >= JsonCursor.KEY && token <= JsonCursor.NUMBER && !cursor.isEscaped() || token == JsonCursor.NUMBER;
            tokens.add(token + (hasText ? new String(text, cursor.from(), cursor.to() - cursor.from(), UTF_8) : ""));
        }
        return tokens;
    }

    private static List<String> jackson(String json) {
        List<String> tokens = new ArrayList<>();
        int depth = 0;
        try (JsonParser parser = JACKSON.createParser(json.getBytes(UTF_8))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && !tokens.isEmpty() && !token.isStructEnd()) {
                    return List.of(INVALID);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                tokens.add(name(token, parser, json));
            }
            return tokens.isEmpty() ? List.of(INVALID) : tokens;
        } catch (IOException e) {
            return List.of(INVALID);
        }
    }

    private static String name(JsonToken token, JsonParser parser, String json) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        boolean escaped = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
        escaped = escaped && hasEscape(json, start + 1);
        return switch (token) {
            case START_OBJECT -> "1";
            case END_OBJECT -> "2";
            case START_ARRAY -> "3";
            case END_ARRAY -> "4";
            case FIELD_NAME -> "5" + (escaped ? "" : parser.getText());
            case VALUE_STRING -> "6" + (escaped ? "" : parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "7" + parser.getText();
            case VALUE_TRUE -> "8";
            case VALUE_FALSE -> "9";
            default -> "10";
        };
    }

    private static boolean hasEscape(String json, int start) {
        for (int i = start; i < json.length() && json.charAt(i) != '"'; i++) {
            if (json.charAt(i) == '\\') {
                return true;
            }
        }
        return false;
    }

    private static void value(StringBuilder text, Random random, int depth) {
        space(text, random);
        switch (random.nextInt(depth > 5 ? 5 : 8)) {
            case 0 -> text.append(random.nextInt(2_000) - 1_000);
            case 1 -> text.append(random.nextInt(100)).append('.').append(random.nextInt(1_000)).append(random.nextBoolean() ? "e-3" : "");
            case 2 -> string(text, random);
            case 3 -> text.append(random.nextBoolean());
            case 4 -> text.append("null");
            case 5 -> items(text, random, depth, false);
            default -> items(text, random, depth, true);
        }
        space(text, random);
    }

    private static void items(StringBuilder text, Random random, int depth, boolean object) {
        text.append(object ? '{' : '[');
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            text.append(i > 0 ? "," : "");
            if (object) {
                space(text, random);
                string(text, random);
                space(text, random);
                text.append(':');
            }
            value(text, random, depth + 1);
        }
        space(text, random);
        text.append(object ? '}' : ']');
    }

    private static void string(StringBuilder text, Random random) {
        text.append('"');
        for (int i = random.nextInt(6); i > 0; i--) {
            switch (random.nextInt(12)) {
                case 0 -> text.append("\\\"");
                case 1 -> text.append("\\u00e9");
                case 2 -> text.append("\\\\");
                case 3 -> text.append("}]{[,:".charAt(random.nextInt(6)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        text.append('"');
    }

    private static void space(StringBuilder text, Random random) {
        if (random.nextInt(6) == 0) {
            text.append(" \t\r\n".charAt(random.nextInt(4)));
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(broken.length() + 1);
            char c = BYTES_THAT_BREAK.charAt(random.nextInt(BYTES_THAT_BREAK.length()));
            switch (random.nextInt(3)) {
                case 0 -> broken.insert(at, c);
                case 1 -> broken.delete(at, Math.min(broken.length(), at + 1));
                default -> broken.replace(at, Math.min(broken.length(), at + 1), String.valueOf(c));
            }
        }
        return broken.toString();
    }
}
