package io.windrow.pipeline;

/** The rings of a pipeline: instrument i is in shard i modulo their count. */
final class Shards {

    private final Shard[] shards;
    private final Shard only;

    Shards(Shard[] shards) {
        this.shards = shards;
        only = shards.length == 1 ? shards[0] : null;
    }

    int count() {
        return shards.length;
    }

    Shard get(int number) {
        return shards[number];
    }

    Shard of(int instrumentId) {
        Shard one = only;
        return one != null ? one : shards[instrumentId % shards.length];
    }
}
