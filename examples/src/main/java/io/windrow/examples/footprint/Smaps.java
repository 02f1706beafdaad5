package io.windrow.examples.footprint;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code /proc/PID/smaps}: a head line for each mapping, then its figures in kB, at last its flags (proc_pid_smaps(5)). */
final class Smaps {

    private static final int HEX = 16;
    private static final int BYTES_PER_KB = 1024;
    private static final int HEAD_FIELDS = 6;
    private static final int NAME = 5;

    private final List<Mapping> mappings = new ArrayList<>();
    private String[] head;
    private long residentBytes;
    private long anonymousBytes;
    private boolean uncharged;

    private Smaps() {
    }

    /**
     * Reads a text.
     *
     * @return the mappings in the order of their addresses.
     * @throws IllegalArgumentException if it is something else.
     */
    static List<Mapping> parse(String text) {
        Smaps smaps = new Smaps();
        text.lines().forEach(smaps::take);
        smaps.finish();
        return smaps.mappings;
    }

    /** A figure has a colon behind its first word; a head begins with two addresses. */
    private void take(String line) {
        int space = line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        if (!first.endsWith(":")) {
            finish();
            head = line.split(" +", HEAD_FIELDS);
            if (head.length < NAME || first.indexOf('-') < 0) {
                throw new IllegalArgumentException("a mapping must begin with its addresses: line=" + line);
            }
        } else if (head == null) {
            throw new IllegalArgumentException("a figure must belong to a mapping: line=" + line);
        } else if (first.equals("Rss:")) {
            residentBytes = bytes(line);
        } else if (first.equals("Anonymous:")) {
            anonymousBytes = bytes(line);
        } else if (first.equals("VmFlags:")) {
            uncharged = line.concat(" ").contains(" nr ");
        }
    }

    private void finish() {
        if (head != null) {
            int dash = head[0].indexOf('-');
            mappings.add(new Mapping(Long.parseUnsignedLong(head[0], 0, dash, HEX),
                Long.parseUnsignedLong(head[0], dash + 1, head[0].length(), HEX), head[1], head.length > NAME ? head[NAME].strip() : "",
                residentBytes, anonymousBytes, uncharged));
        }
        head = null;
        residentBytes = 0;
        anonymousBytes = 0;
        uncharged = false;
    }

    private static long bytes(String line) {
        String amount = line.substring(line.indexOf(':') + 1).strip();
        if (!amount.endsWith(" kB")) {
            throw new IllegalArgumentException("a figure must be in kB: line=" + line);
        }
        return Long.parseLong(amount.substring(0, amount.indexOf(' '))) * BYTES_PER_KB;
    }
}
