package io.windrow.metrics.http;

import java.io.OutputStream;

/**
 * UTF-8 text in one array that is written again and again; allocates only when it grows. For one thread at a time.
 *
 * <p>A stream too, so that whoever writes a scrape can write straight into the answer.
 */
final class ByteText extends OutputStream {

    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'};
    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;
    private static final int MICRO_DIGITS = 6;
    private static final long MICROS = 1_000_000L;
    private static final int LONGEST_NUMBER = 20;
    private static final double WHOLE = 1L << 53;

    private final int kept;
    private final int limit;
    private byte[] bytes;
    private int length;

    /**
     * Makes an empty text.
     *
     * @param keptBytes the size it starts with and falls back to.
     * @param limitBytes the most it may hold.
     */
    ByteText(int keptBytes, int limitBytes) {
        kept = keptBytes;
        limit = limitBytes;
        bytes = new byte[keptBytes];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Forgets the text, and an array that one large answer made. */
    void clear() {
        length = 0;
        if (bytes.length > 2 * kept) {
            bytes = new byte[kept];
        }
    }

    @Override
    public void write(int value) {
        require(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int from, int count) {
        require(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    ByteText put(byte[] text) {
        write(text, 0, text.length);
        return this;
    }

    /** ASCII only: names, units and punctuation of our own. */
    ByteText ascii(String text) {
        int count = text.length();
        require(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** Any text; half a surrogate pair becomes a question mark. */
    ByteText utf8(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            i += character(text, i);
        }
        return this;
    }

    /** Writes the character at a place, returns how many more than one it took from the text. */
    int character(CharSequence text, int index) {
        char c = text.charAt(index);
        require(4);
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            continuation(c);
        } else if (Character.isHighSurrogate(c) && index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))) {
            int point = Character.toCodePoint(c, text.charAt(index + 1));
            bytes[length++] = (byte) (0xF0 | point >> 18);
            continuation(point >> 12);
            continuation(point >> 6);
            continuation(point);
            return 1;
        } else if (Character.isSurrogate(c)) {
            bytes[length++] = '?';
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            continuation(c >> 6);
            continuation(c);
        }
        return 0;
    }

    ByteText number(long value) {
        require(LONGEST_NUMBER);
        if (value < 0) {
            bytes[length++] = '-';
        }
        int count = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            count++;
        }
        long rest = value;
        for (int at = length + count - 1; at >= length; at--) {
            // Of a negative number all remainders are negative, so that Long.MIN_VALUE needs no case of its own.
            bytes[at] = DIGITS[(int) Math.abs(rest % 10)];
            rest /= 10;
        }
        length += count;
        return this;
    }

    /** Nanoseconds as seconds, every digit of them and no more: 1500000000 is 1.5. */
    ByteText seconds(long nanos) {
        if (nanos < 0 && nanos > -NANOS) {
            write('-');
        }
        number(nanos / NANOS);
        return fraction(Math.abs(nanos % NANOS), NANO_DIGITS);
    }

    /** A finite number, rounded to the sixth decimal place; plain digits whatever its size up to that of a long. */
    ByteText decimal(double value) {
        double size = Math.abs(value);
        if (size >= WHOLE) {
            return number((long) value);
        }
        long whole = (long) size;
        long micros = Math.round((size - whole) * MICROS);
        if (micros == MICROS) {
            whole++;
            micros = 0;
        }
        if (value < 0 && (whole | micros) != 0) {
            write('-');
        }
        number(whole);
        return fraction(micros, MICRO_DIGITS);
    }

    /** A whole number with zeros in front: 7 in two digits is 07. */
    ByteText padded(long value, int digits) {
        require(digits);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = DIGITS[(int) (rest % 10)];
            rest /= 10;
        }
        length += digits;
        return this;
    }

    private ByteText fraction(long value, int digits) {
        if (value != 0) {
            write('.');
            padded(value, digits);
            while (bytes[length - 1] == '0') {
                length--;
            }
        }
        return this;
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3F);
    }

    private void require(int more) {
        if (more > bytes.length - length) {
            grow((long) length + more);
        }
    }

    private void grow(long needed) {
        if (needed > limit) {
            throw new TooLargeException(new StringBuilder("an answer must fit: bytes>").append(limit).toString());
        }
        byte[] larger = new byte[(int) Math.min(limit, Math.max(needed, 2L * bytes.length))];
        System.arraycopy(bytes, 0, larger, 0, length);
        bytes = larger;
    }

    /** An answer was larger than an answer may be. */
    static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }
}
