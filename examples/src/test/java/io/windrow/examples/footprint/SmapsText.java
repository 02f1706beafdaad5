package io.windrow.examples.footprint;

/** Writes the text of {@code smaps}, one mapping after the other, with the figures that the kernel writes. Sizes are in KiB. */
final class SmapsText {

    private static final long KIB = 1024;

    private final StringBuilder text = new StringBuilder();
    private long at;

    SmapsText at(long address) {
        at = address;
        return this;
    }

    /** Nothing but address space. */
    SmapsText held(long size) {
        return add(size, "---p", "", 0, 0, "mr mw me nr sd");
    }

    SmapsText anon(long size, long resident) {
        return add(size, "rw-p", "", resident, resident, "rd wr mr mw me ac sd");
    }

    SmapsText arena(long size, long resident) {
        return add(size, "rw-p", "", resident, resident, "rd wr mr mw me nr sd");
    }

    SmapsText code(long size, long resident) {
        return add(size, "rwxp", "", resident, resident, "rd wr ex mr mw me nr sd");
    }

    SmapsText file(long size, String access, String name, long resident, long anonymous) {
        return add(size, access, name, resident, anonymous, "rd mr mw me sd");
    }

    /** A stack of a Java thread with its guard. */
    SmapsText stack(long resident) {
        return add(16, "---p", "", 0, 0, "mr mw me ac sd").anon(240, resident);
    }

    private SmapsText add(long size, String access, String name, long resident, long anonymous, String flags) {
        long end = at + size * KIB;
        text.append(String.format("%x-%x %s 00000000 00:00 0 %s%n", at, end, access, name.isEmpty() ? "" : " ".repeat(20) + name))
            .append("Size:               ").append(size).append(" kB\nRss:                ").append(resident)
            .append(" kB\nPss:                ").append(resident / 2).append(" kB\nAnonymous:          ").append(anonymous)
            .append(" kB\nTHPeligible:           0\nVmFlags: ").append(flags).append(" \n");
        at = end;
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
