package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;

/** Changes texts at random places: cut, spliced with another, bits turned over, and given tokens put in or in the place of a column. */
final class Damage {

    private final String[] tokens;

    Damage(String... tokens) {
        this.tokens = tokens;
    }

    /** One to three changes of a text of Latin 1. */
    byte[] of(Random random, String message, String other) {
        StringBuilder text = new StringBuilder(message);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(10)) {
                case 0 -> text.setLength(at);
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, token(random));
                case 3 -> text.replace(at, end, token(random));
                case 4 -> text.insert(at, other, random.nextInt(other.length()), other.length());
                case 5 -> text.insert(at, text.substring(at, end));
                case 6 -> text.insert(at, (char) random.nextInt(256));
                case 7, 8 -> replaceColumn(text, at, token(random));
                default -> flip(random, text, at);
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private String token(Random random) {
        return tokens[random.nextInt(tokens.length)];
    }

    private static void replaceColumn(StringBuilder text, int at, String token) {
        int comma = text.indexOf(",", at);
        text.replace(text.lastIndexOf(",", at - 1) + 1, comma < 0 ? text.length() : comma, token);
    }

    private static void flip(Random random, StringBuilder text, int at) {
        if (at < text.length()) {
            text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
        }
    }
}
