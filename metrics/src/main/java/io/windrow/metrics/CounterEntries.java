package io.windrow.metrics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the entries of a counter file by {@link PerfDataLayout}; absolute reads only, so any thread may. */
final class CounterEntries {

    private CounterEntries() {
    }

    /** The same buffer in the JVM's byte order. */
    static ByteBuffer checked(ByteBuffer counters, long pid) {
        // A file that is shorter than its header belongs to a JVM that is just starting.
        if (counters.capacity() < PerfDataLayout.HEADER_BYTES || counters.get(PerfDataLayout.READY_OFFSET) == 0) {
            throw new IllegalStateException("the performance counters are not ready: pid=" + pid);
        }
        int magic = counters.getInt(PerfDataLayout.MAGIC_OFFSET);
        byte major = counters.get(PerfDataLayout.MAJOR_OFFSET);
        if (magic != PerfDataLayout.MAGIC || major != PerfDataLayout.MAJOR_VERSION) {
            throw new IllegalStateException("the performance counters have an unknown format: pid=" + pid
                + ", magic=" + Integer.toHexString(magic) + ", version=" + major);
        }
        boolean little = counters.get(PerfDataLayout.BYTE_ORDER_OFFSET) == PerfDataLayout.LITTLE_ENDIAN;
        return counters.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Where the number of this name lies. */
    static int number(ByteBuffer counters, String name) {
        return data(counters, required(counters, name, PerfDataLayout.LONG_TYPE));
    }

    static String text(ByteBuffer counters, String name) {
        int entry = required(counters, name, PerfDataLayout.TEXT_TYPE);
        int at = data(counters, entry);
        int end = at + counters.getInt(entry + PerfDataLayout.VECTOR_LENGTH_OFFSET);
        StringBuilder text = new StringBuilder();
        for (; at < end && counters.get(at) != 0; at++) {
            text.append((char) (counters.get(at) & 0xff));
        }
        return text.toString();
    }

    /** Where the entry of this name starts, or -1. */
    static int entry(ByteBuffer counters, String name) {
        int entries = counters.getInt(PerfDataLayout.ENTRY_COUNT_OFFSET);
        int at = counters.getInt(PerfDataLayout.FIRST_ENTRY_OFFSET);
        for (int i = 0; i < entries; i++) {
            if (isNamed(counters, at + counters.getInt(at + PerfDataLayout.NAME_OFFSET_OFFSET), name)) {
                return at;
            }
            at += entryBytes(counters, at);
        }
        return -1;
    }

    private static int required(ByteBuffer counters, String name, byte type) {
        int entry = entry(counters, name);
        if (entry < 0 || counters.get(entry + PerfDataLayout.TYPE_OFFSET) != type
            || isScalar(counters, entry) != isNumber(type)) {
            throw new IllegalArgumentException("there is no performance counter of this name and type: name=" + name
                + ", type=" + (char) type);
        }
        return entry;
    }

    private static boolean isScalar(ByteBuffer counters, int entry) {
        return counters.getInt(entry + PerfDataLayout.VECTOR_LENGTH_OFFSET) == 0;
    }

    private static boolean isNumber(byte type) {
        return type == PerfDataLayout.LONG_TYPE;
    }

    private static int data(ByteBuffer counters, int entry) {
        return entry + counters.getInt(entry + PerfDataLayout.DATA_OFFSET_OFFSET);
    }

    private static int entryBytes(ByteBuffer counters, int entry) {
        int bytes = counters.getInt(entry + PerfDataLayout.ENTRY_LENGTH_OFFSET);
        if (bytes < PerfDataLayout.ENTRY_HEADER_BYTES || bytes > counters.capacity() - entry) {
            throw new IllegalStateException("the performance counters are damaged: entry=" + entry + ", length=" + bytes);
        }
        return bytes;
    }

    private static boolean isNamed(ByteBuffer counters, int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (counters.get(at + i) != name.charAt(i)) {
                return false;
            }
        }
        return counters.get(at + name.length()) == 0;
    }
}
