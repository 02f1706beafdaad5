package io.windrow.pools.peers;

/** What an object carries: five numbers. */
interface Content {

    void write(long number);

    long number();
}
