package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/** What is wrong with a price or a quantity, as a reason. */
final class Amounts {

    private Amounts() {
    }

    static String priceFault(long parsed) {
        return fault(parsed, Reasons.PRICE_NOT_A_NUMBER, Reasons.PRICE_TOO_PRECISE, Reasons.PRICE_OVERFLOW);
    }

    static String quantityFault(long parsed) {
        return parsed < 0 && !Decimals.isError(parsed) ? Reasons.QUANTITY_NEGATIVE
            : fault(parsed, Reasons.QUANTITY_NOT_A_NUMBER, Reasons.QUANTITY_TOO_PRECISE, Reasons.QUANTITY_OVERFLOW);
    }

    private static String fault(long parsed, String malformed, String tooPrecise, String overflow) {
        if (!Decimals.isError(parsed)) {
            return null;
        }
        return parsed == Decimals.MALFORMED ? malformed : parsed == Decimals.TOO_PRECISE ? tooPrecise : overflow;
    }
}
