package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** Reads sides as exchanges write them, in any case. */
final class Sides {

    private Sides() {
    }

    /** Code of the side; {@link Side#UNKNOWN} for any other word. */
    static int of(byte[] text, int from, int to) {
        boolean buy = Words.isWord(text, from, to, "buy") || Words.isWord(text, from, to, "bid") || Words.isWord(text, from, to, "b");
        boolean sell = Words.isWord(text, from, to, "sell") || Words.isWord(text, from, to, "offer") || Words.isWord(text, from, to, "s");
        return buy ? Side.BUY.code() : sell ? Side.SELL.code() : Side.UNKNOWN.code();
    }
}
