package io.windrow.buffers.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What will be taken from a memory, by owner and to the byte, before any of it is allocated. Immutable, for any thread; takes no
 * off-heap memory itself.
 *
 * <p>A plan is right if, once all is allocated, the ledger says the same: {@link OffHeapMemory#forEachOwner}.
 */
public final class MemoryPlan {

    private final List<Line> lines;
    private final long totalBytes;

    private MemoryPlan(List<Line> lines, long totalBytes) {
        this.lines = List.copyOf(lines);
        this.totalBytes = totalBytes;
    }

    /**
     * Blocks of one owner and one size.
     *
     * @param tag       name of the owner, as in the ledger.
     * @param count     how many blocks; not negative.
     * @param bytesEach what each takes from the budget; positive.
     * @param alignmentBytes what they take together beside that, to begin on cache lines; not negative.
     */
    public record Line(String tag, long count, long bytesEach, long alignmentBytes) {

        /**
         * Creates a line.
         *
         * @param tag       name of the owner.
         * @param count     how many blocks.
         * @param bytesEach what each takes.
         * @param alignmentBytes what they take beside that.
         * @throws IllegalArgumentException if the count is negative or the bytes are not positive.
         * @throws ArithmeticException      if the bytes in all do not fit a {@code long}.
         */
        public Line {
            Objects.requireNonNull(tag, "tag");
            if (count < 0) {
                throw new IllegalArgumentException("count must not be negative: count=" + count + ", tag=" + tag);
            }
            if (bytesEach <= 0) {
                throw new IllegalArgumentException("bytes each must be positive: bytesEach=" + bytesEach + ", tag=" + tag);
            }
            if (alignmentBytes < 0) {
                throw new IllegalArgumentException("alignment must not be negative: alignmentBytes=" + alignmentBytes + ", tag=" + tag);
            }
            if (count > (Long.MAX_VALUE - alignmentBytes) / bytesEach) {
                throw new ArithmeticException(
                    "bytes must fit a long: count=" + count + ", bytesEach=" + bytesEach + ", tag=" + tag);
            }
        }

        /**
         * What all blocks of the line take.
         *
         * @return bytes.
         */
        public long bytes() {
            return count * bytesEach + alignmentBytes;
        }
    }

    /**
     * Starts a plan without lines.
     *
     * @return a builder.
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * All lines, in the order they were added.
     *
     * @return an unmodifiable list.
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * What all owners will take together.
     *
     * @return bytes.
     */
    public long totalBytes() {
        return totalBytes;
    }

    /**
     * What one owner will take.
     *
     * @param tag the owner.
     * @return bytes, 0 for an owner without a line.
     */
    public long bytes(String tag) {
        long bytes = 0;
        for (Line line : lines) {
            bytes += line.tag().equals(tag) ? line.bytes() : 0;
        }
        return bytes;
    }

    /**
     * Refuses a plan above a budget.
     *
     * @param budgetBytes most bytes it may take.
     * @throws MemoryBudgetExceededException if it takes more; the message names the owner that takes most.
     */
    public void requireWithin(long budgetBytes) {
        if (totalBytes > budgetBytes) {
            String largest = largestOwner();
            throw new MemoryBudgetExceededException("memory plan must fit the budget: totalBytes=" + totalBytes
                + ", budgetBytes=" + budgetBytes + ", largest=" + largest + ", largestBytes=" + bytes(largest));
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("MemoryPlan{totalBytes=").append(totalBytes);
        for (Line line : lines) {
            text.append(", ").append(line.tag()).append('=').append(line.count()).append('×').append(line.bytesEach());
        }
        return text.append('}').toString();
    }

    private String largestOwner() {
        String largest = "none";
        for (Line line : lines) {
            largest = bytes(line.tag()) > bytes(largest) ? line.tag() : largest;
        }
        return largest;
    }

    /** Adds up a plan line by line. Not thread-safe. */
    public static final class Builder {

        private final List<Line> lines = new ArrayList<>();
        private long totalBytes;

        private Builder() {
        }

        /**
         * Adds blocks. An owner with blocks of several sizes has a line for each.
         *
         * @param tag       name of the owner, as in the ledger.
         * @param count     how many blocks; not negative.
         * @param bytesEach what each takes from the budget, such as {@link OffHeapMemory#footprintBytes(long)} of its size; positive.
         * @return this.
         * @throws IllegalArgumentException if the count is negative or the bytes are not positive.
         * @throws ArithmeticException      if the line or the plan does not fit a {@code long}; nothing is added then.
         */
        public Builder add(String tag, long count, long bytesEach) {
            return add(tag, count, bytesEach, 0);
        }

        /**
         * Adds places in blocks that are shared, whose alignment is theirs together.
         *
         * @param tag            name of the owner, as in the ledger.
         * @param count          how many places; not negative.
         * @param bytesEach      what each takes; positive.
         * @param alignmentBytes what they take together beside that; not negative.
         * @return this.
         * @throws IllegalArgumentException if a number is out of range.
         * @throws ArithmeticException      if the line or the plan does not fit a {@code long}; nothing is added then.
         */
        public Builder add(String tag, long count, long bytesEach, long alignmentBytes) {
            Line line = new Line(tag, count, bytesEach, alignmentBytes);
            if (line.bytes() > Long.MAX_VALUE - totalBytes) {
                throw new ArithmeticException(
                    "total bytes must fit a long: totalBytes=" + totalBytes + ", bytes=" + line.bytes() + ", tag=" + tag);
            }
            lines.add(line);
            totalBytes += line.bytes();
            return this;
        }

        /**
         * Makes the plan.
         *
         * @return a plan of the lines so far.
         */
        public MemoryPlan build() {
            return new MemoryPlan(lines, totalBytes);
        }
    }
}
