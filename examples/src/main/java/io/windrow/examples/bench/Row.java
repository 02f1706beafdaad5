package io.windrow.examples.bench;

/**
 * A line of the table before it is measured.
 *
 * @param name        of the figure; several rows with different peers may share it.
 * @param unit        what is counted.
 * @param windrow     Windrow's way.
 * @param peer        what it is compared with, for people; null where there is nothing.
 * @param peerSubject the peer's way, null where there is no peer.
 * @param goal        what it must reach.
 */
record Row(String name, Unit unit, Subject windrow, String peer, Subject peerSubject, Goal goal) {

    boolean hasPeer() {
        return peerSubject != null;
    }
}
