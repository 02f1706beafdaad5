package io.windrow.buffers;

/** A trade came after its candle had closed, and the policy is {@link LatePolicy#REJECT}. The candles are as they were. */
public final class LateTradeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LateTradeException(String message) {
        super(message);
    }
}
