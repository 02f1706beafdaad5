/**
 * Off-heap memory with a ledger: every block has an owner's tag, the budget is checked before a byte is taken, and closing brings
 * each tag back to zero.
 *
 * <p>Blocks are direct {@link java.nio.ByteBuffer}s, so every access is checked against the block's bounds, no command-line flag
 * is needed, and the memory of a closed block cannot be taken away under a thread that is still reading it: the virtual machine
 * frees it once nobody holds it.
 */
package io.windrow.buffers.memory;
