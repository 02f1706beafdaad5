package io.windrow.pipeline.feeds;

/** Levels written {@code [price, quantity, …]}, with the side known by the array in which they stand. */
final class PairRows extends DepthRows {

    @Override
    String level(byte[] text, int token, JsonCursor json, RowFields into) {
        return token == JsonCursor.ARRAY ? amounts(json, into) : Reasons.LEVEL_SHAPE;
    }
}
