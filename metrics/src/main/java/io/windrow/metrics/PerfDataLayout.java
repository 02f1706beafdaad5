package io.windrow.metrics;

/**
 * The layout of HotSpot's counter file, format version 2.0 (JDK 5 and later; HotSpot source, {@code perfMemory.hpp}). Numbers are
 * in the byte order that the header names; only the magic is always the bytes {@code CA FE C0 C0}.
 *
 * <pre>
 *   header
 *    0        4     5     6     7     8        12        16            24        28        32
 *   +--------+-----+-----+-----+-----+--------+---------+-------------+---------+---------+
 *   | magic  |order|major|minor|ready|  used  |overflow | changed at  | first   | entries |
 *   +--------+-----+-----+-----+-----+--------+---------+-------------+---------+---------+
 *
 *   entry (at "first", the next one "length" bytes on)
 *    0        4         8         12    13    14    15    16        20
 *   +--------+---------+---------+-----+-----+-----+-----+---------+---...---+---...---+
 *   | length | name at | vector  |type |flags|unit |kind | data at |  name 0 |  data   |
 *   +--------+---------+---------+-----+-----+-----+-----+---------+---------+---------+
 * </pre>
 *
 * "name at" and "data at" count from the start of the entry. A {@code J} entry with vector 0 is one 64-bit number, aligned to
 * 8 bytes; a {@code B} entry is text of "vector" bytes, ended by a zero byte.
 */
final class PerfDataLayout {

    static final int MAGIC = 0xcafec0c0;
    static final byte LITTLE_ENDIAN = 1;
    static final byte MAJOR_VERSION = 2;

    static final int MAGIC_OFFSET = 0;
    static final int BYTE_ORDER_OFFSET = 4;
    static final int MAJOR_OFFSET = 5;
    static final int READY_OFFSET = 7;
    static final int FIRST_ENTRY_OFFSET = 24;
    static final int ENTRY_COUNT_OFFSET = 28;
    static final int HEADER_BYTES = 32;

    static final int ENTRY_LENGTH_OFFSET = 0;
    static final int NAME_OFFSET_OFFSET = 4;
    static final int VECTOR_LENGTH_OFFSET = 8;
    static final int TYPE_OFFSET = 12;
    static final int DATA_OFFSET_OFFSET = 16;
    static final int ENTRY_HEADER_BYTES = 20;

    static final byte LONG_TYPE = 'J';
    static final byte TEXT_TYPE = 'B';

    private PerfDataLayout() {
    }
}
