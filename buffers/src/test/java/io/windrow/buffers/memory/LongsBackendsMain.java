package io.windrow.buffers.memory;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

/** Reaches blocks at random, inside and outside, open and closed, and prints what came of it. */
final class LongsBackendsMain {

    private static final int[] FAR = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, Integer.MIN_VALUE / 4, Integer.MAX_VALUE,
        Integer.MAX_VALUE / 4, Integer.MAX_VALUE / 4 + 1, 1 << 29, 1 << 28, -(1 << 29)};

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final Random random = new Random(20140501);
    private final long[] array = new long[12];

    private LongsBackendsMain() {
    }

    public static void main(String[] args) {
        System.out.println("direct=" + Longs.isDirect());
        LongsBackendsMain main = new LongsBackendsMain();
        for (int round = 0; round < 300; round++) {
            main.round(round);
        }
        main.memory.close();
    }

    private void round(int round) {
        MemoryBlock block = memory.allocate("block", 1 + random.nextInt(160));
        for (int step = 0; step < 200; step++) {
            if (step == 180) {
                block.close();
            }
            System.out.println(round + "." + step + " " + outcome(block));
        }
        System.out.println(Arrays.toString(array));
    }

    private String outcome(MemoryBlock block) {
        int index = number(25);
        int stride = number(6);
        int length = number(14);
        long value = random.nextLong();
        String call = switch (random.nextInt(11)) {
            case 0 -> told(() -> block.getLongAt(index));
            case 1 -> told(() -> done(() -> block.putLongAt(index, value)));
            case 2 -> told(() -> block.getLong(index));
            case 3 -> told(() -> done(() -> block.putLong(index, value)));
            case 4 -> told(() -> done(() -> block.getLongsAt(index, array, stride, length)));
            case 5 -> told(() -> block.getLongAtAcquire(index));
            case 6 -> told(() -> done(() -> block.putLongAtRelease(index, value)));
            case 7 -> told(() -> done(() -> block.putRowAt(length, 1, value, index, stride, value, 1, 2, 3, 4)));
            case 8 -> told(() -> done(() -> block.putRowAt(0, length, value, index, stride, value, 1, 2, 3, 4, 5)));
            case 9 -> told(() -> done(() -> block.putRowAt(length, 0, value, index, stride, value, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
            default -> told(() -> done(() -> block.getLongsAt(index, stride, array, length)));
        };
        return index + " " + call + " " + contents(block) + " " + Arrays.hashCode(array);
    }

    private int number(int bound) {
        return random.nextInt(6) == 0 ? FAR[random.nextInt(FAR.length)] : random.nextInt(bound) - 3;
    }

    private static Object done(Runnable call) {
        call.run();
        return "done";
    }

    private static String told(Supplier<Object> call) {
        try {
            return String.valueOf(call.get());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static int contents(MemoryBlock block) {
        int hash = 0;
        for (int offset = 0; !block.isClosed() && offset + Integer.BYTES <= block.bytes(); offset += Integer.BYTES) {
            hash = 31 * hash + block.getInt(offset);
        }
        return hash;
    }
}
