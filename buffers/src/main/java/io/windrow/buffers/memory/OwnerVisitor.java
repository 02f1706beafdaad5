package io.windrow.buffers.memory;

/** Receives one line of the ledger. */
@FunctionalInterface
public interface OwnerVisitor {

    /**
     * Visits an owner.
     *
     * @param tag    the owner's name.
     * @param blocks open blocks.
     * @param bytes  bytes these blocks take, their alignment included.
     */
    void onOwner(String tag, int blocks, long bytes);
}
