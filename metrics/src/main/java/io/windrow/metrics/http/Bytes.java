package io.windrow.metrics.http;

import java.nio.charset.StandardCharsets;

/** Searches and comparisons in bytes that came from a socket. */
final class Bytes {

    private static final int SMALL_LETTER = 0x20;

    private Bytes() {
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Where the bytes after an empty line begin, or -1 if there is none yet. */
    static int endOfHead(byte[] bytes, int from, int to) {
        for (int i = from; i + 3 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    /** Where the CR of the next CR LF is, or {@code to}. */
    static int endOfLine(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return to;
    }

    static boolean hasControls(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' || bytes[i] == 0x7F) {
                return true;
            }
        }
        return false;
    }

    static boolean equal(byte[] bytes, int from, int to, byte[] wanted) {
        if (to - from != wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean equal(byte[] bytes, int from, int to, String ascii) {
        if (to - from != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes are a word of small letters and hyphens, whatever their case. */
    static boolean equalIgnoringCase(byte[] bytes, int from, int to, String small) {
        if (to - from != small.length()) {
            return false;
        }
        for (int i = 0; i < small.length(); i++) {
            int b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b | SMALL_LETTER : b) != small.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
