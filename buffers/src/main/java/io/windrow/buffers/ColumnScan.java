package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;

/**
 * Scans over one column of a window's newest rows. The rows lie in one run, or in two: up to the ring's end, and from its start.
 * Every scan goes from the oldest row to the newest; the caller has checked that there are as many rows.
 */
final class ColumnScan {

    private static final long LOW = 0xffff_ffffL;
    private static final double EXACT_IN_DOUBLE = 1L << 53;

    private ColumnScan() {
    }

    static void copy(Ring ring, int column, int count, long[] into, int offset) {
        MemoryBlock block = ring.block();
        int stride = ring.rowStride();
        int run = ring.rowsBeforeTheEnd(count);
        for (int done = 0; done < count; done += run, run = count - done) {
            int from = ring.indexOf(column, count - 1 - done);
            if (stride == 1) {
                block.getLongsAt(from, into, offset + done, run);
                continue;
            }
            for (int row = 0; row < run; row++) {
                into[offset + done + row] = block.getLongAt(from + row * stride);
            }
        }
    }

    static void copyAsDouble(Ring ring, int column, int count, int decimals, double[] into, int offset) {
        MemoryBlock block = ring.block();
        int stride = ring.rowStride();
        int run = ring.rowsBeforeTheEnd(count);
        for (int done = 0; done < count; done += run, run = count - done) {
            int from = ring.indexOf(column, count - 1 - done);
            for (int row = 0; row < run; row++) {
                into[offset + done + row] = Decimals.toDouble(block.getLongAt(stride == 1 ? from + row : from + row * stride), decimals);
            }
        }
    }

    static long minimum(Ring ring, int column, int count) {
        MemoryBlock block = ring.block();
        int stride = ring.rowStride();
        int run = ring.rowsBeforeTheEnd(count);
        long least = Long.MAX_VALUE;
        for (int done = 0; done < count; done += run, run = count - done) {
            int from = ring.indexOf(column, count - 1 - done);
            for (int row = 0; row < run; row++) {
                least = Math.min(least, block.getLongAt(stride == 1 ? from + row : from + row * stride));
            }
        }
        return least;
    }

    static long maximum(Ring ring, int column, int count) {
        MemoryBlock block = ring.block();
        int stride = ring.rowStride();
        int run = ring.rowsBeforeTheEnd(count);
        long most = Long.MIN_VALUE;
        for (int done = 0; done < count; done += run, run = count - done) {
            int from = ring.indexOf(column, count - 1 - done);
            for (int row = 0; row < run; row++) {
                most = Math.max(most, block.getLongAt(stride == 1 ? from + row : from + row * stride));
            }
        }
        return most;
    }

    static long sum(Ring ring, int column, int count) {
        MemoryBlock block = ring.block();
        int stride = ring.rowStride();
        int run = ring.rowsBeforeTheEnd(count);
        long sum = 0;
        long bits = 0;
        for (int done = 0; done < count; done += run, run = count - done) {
            int from = ring.indexOf(column, count - 1 - done);
            for (int row = 0; row < run; row++) {
                long value = block.getLongAt(stride == 1 ? from + row : from + row * stride);
                sum += value;
                bits |= value;
            }
        }
        // No value is negative, and so many of the largest do not reach beyond 63 bits: what nearly every column is like.
        boolean fits = Long.numberOfLeadingZeros(bits) > Integer.SIZE - Integer.numberOfLeadingZeros(count);
        return fits ? sum : sumOfHalves(ring, column, count);
    }

    /** In two halves of 32 bits, neither of which can overflow for as many rows as a window may have. */
    private static long sumOfHalves(Ring ring, int column, int count) {
        MemoryBlock block = ring.block();
        int stride = ring.rowStride();
        int run = ring.rowsBeforeTheEnd(count);
        long low = 0;
        long high = 0;
        for (int done = 0; done < count; done += run, run = count - done) {
            int from = ring.indexOf(column, count - 1 - done);
            for (int row = 0; row < run; row++) {
                long value = block.getLongAt(stride == 1 ? from + row : from + row * stride);
                low += value & LOW;
                high += value >> Integer.SIZE;
            }
        }
        return Math.addExact(Math.multiplyExact(high + (low >>> Integer.SIZE), 1L << Integer.SIZE), low & LOW);
    }

    static double mean(Ring ring, int column, int count, int decimals) {
        double power = Decimals.power(decimals);
        try {
            long sum = sum(ring, column, count);
            double divisor = count * power;
            boolean exact = Math.abs(sum) <= EXACT_IN_DOUBLE && divisor <= EXACT_IN_DOUBLE;
            return exact ? sum / divisor : Decimals.toDouble(sum, decimals) / count;
        } catch (ArithmeticException e) {
            // More than 63 bits together: so far from any market that an exception on the way does not matter.
            return largeMean(ring, column, count) / power;
        }
    }

    /** In the halves of {@link #sum}, as doubles on the way would lose the digits of a sum that cancels. */
    private static double largeMean(Ring ring, int column, int count) {
        MemoryBlock block = ring.block();
        long low = 0;
        long high = 0;
        for (int ago = 0; ago < count; ago++) {
            long value = block.getLongAt(ring.indexOf(column, ago));
            low += value & LOW;
            high += value >> Integer.SIZE;
        }
        return ((double) high * (1L << Integer.SIZE) + low) / count;
    }

    static double deviation(Ring ring, int column, int count, int decimals) {
        // From the newest value on, so that what is squared is small and keeps its digits.
        long origin = ring.block().getLongAt(ring.indexOf(column, 0));
        double mean = meanOffset(ring, column, count, origin);
        MemoryBlock block = ring.block();
        double squares = 0;
        double rest = 0;
        for (int ago = count - 1; ago >= 0; ago--) {
            double offset = difference(block.getLongAt(ring.indexOf(column, ago)), origin) - mean;
            squares += offset * offset;
            rest += offset;
        }
        return Math.sqrt(Math.max(0, squares - rest * rest / count) / count) / Decimals.power(decimals);
    }

    private static double meanOffset(Ring ring, int column, int count, long origin) {
        MemoryBlock block = ring.block();
        double sum = 0;
        for (int ago = count - 1; ago >= 0; ago--) {
            sum += difference(block.getLongAt(ring.indexOf(column, ago)), origin);
        }
        return sum / count;
    }

    private static double difference(long value, long origin) {
        long difference = value - origin;
        boolean overflows = ((value ^ origin) & (value ^ difference)) < 0;
        return overflows ? (double) value - origin : difference;
    }
}
